/** Whether a version such as `24.21.0` is new enough. */
export function isNewEnough(version: string): boolean;
/** The Node to run Evergrant with: this one, or the one in node_modules; null when both are too old. */
export function findNode(): string | null;
/** What to say when there is none. */
export const nodeMissing: string;
