/** The typed tags, separated by commas or semicolons. */
export function readTags(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** Whether the tags are within the limits of number and length. */
export function tagsFit(tags: readonly string[]): boolean {
  return tags.length <= 20 && tags.every((tag) => tag.length <= 40);
}
