/** Tags without surrounding spaces, each once; if two differ only in case, the first one counts. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  const byName = new Map<string, string>();
  for (const tag of tags.map((word) => word.trim().normalize('NFC'))) {
    const name = tag.toLowerCase();
    if (name !== '' && !byName.has(name)) byName.set(name, tag);
  }
  return [...byName.values()];
}
