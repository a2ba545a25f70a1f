/** The tags in what was typed, parted by commas or semicolons. */
export function readTags(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** Whether they are as many and as long as a customer may have. */
export function tagsFit(tags: readonly string[]): boolean {
  return tags.length <= 20 && tags.every((tag) => tag.length <= 40);
}
