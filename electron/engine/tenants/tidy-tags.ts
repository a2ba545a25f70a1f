/** Tags without spaces around them, each once; of two that differ in case alone the first counts. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  const byName = new Map<string, string>();
  for (const tag of tags.map((word) => word.trim().normalize('NFC'))) {
    const name = tag.toLowerCase();
    if (name !== '' && !byName.has(name)) byName.set(name, tag);
  }
  return [...byName.values()];
}
