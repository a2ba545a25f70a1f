/**
 * The texts of one problem. Placeholders in double braces are the problem's parameters. A type, not an
 * interface: i18next can only infer keys from a type.
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

/** Who can act, in words that all problems share. */
export const who = {
  nobody: 'No administrator has to act',
  you: 'You',
  customerAdministrator: 'An administrator in the customer’s tenant',
  consentAdministrator:
    'A Privileged Role Administrator or Global Administrator in the customer’s tenant',
  partnerAdministrator: 'An administrator in your own tenant',
  registrationOwner: 'The owner of the connector’s app registration',
  networkAdministrator: 'Your network administrator',
  support: 'Your Evergrant support contact',
} as const;

/** Gives several codes the same texts. */
export function same<const Code extends string>(
  codes: readonly Code[],
  text: ProblemText,
): Readonly<Record<Code, ProblemText>> {
  const entries = Object.fromEntries(codes.map((code) => [code, text]));
  // `fromEntries` types its keys as any string; they are exactly the given codes.
  return entries as Record<Code, ProblemText>;
}
