/**
 * What a person reads about one problem. Placeholders in double braces are the problem's parameters. A type,
 * not an interface: i18next finds the keys of a type alone.
 */
export type ProblemText = {
  /** What it means, in one line. */
  readonly title: string;
  /** The likely cause. */
  readonly cause: string;
  /** What to do. */
  readonly cure: string;
  /** Who can do it. */
  readonly who: string;
};

/** The people who can act, in the words that all problems share. */
export const who = {
  nobody: 'Nobody has to act',
  you: 'You',
  customerAdministrator: 'An administrator of the customer',
  consentAdministrator: 'A Privileged Role Administrator or Global Administrator of the customer',
  partnerAdministrator: 'An administrator of your own tenant',
  registrationOwner: 'Whoever owns the app registration of the connector',
  networkAdministrator: 'Whoever looks after the network of this computer',
  support: 'Whoever supports Evergrant',
} as const;

/** Gives several codes the same words. */
export function same<const Code extends string>(
  codes: readonly Code[],
  text: ProblemText,
): Readonly<Record<Code, ProblemText>> {
  const entries = Object.fromEntries(codes.map((code) => [code, text]));
  // `fromEntries` types its keys as any string; they are exactly those of `codes`.
  return entries as Record<Code, ProblemText>;
}
