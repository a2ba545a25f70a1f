/** The command was called incorrectly. The message is a sentence of the catalog. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UsageError';
  }
}
