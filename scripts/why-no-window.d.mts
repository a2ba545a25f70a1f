/** What decides whether a desktop window can be opened. */
export interface Place {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly isBuilt: boolean;
  readonly browserWanted: boolean;
}
/** Why no desktop window can be opened here, in one sentence, or null. */
export function whyNoWindow(place: Place): string | null;
/** The sentence for a reason. */
export function insteadOfWindow(why: string): string;
