/** How many segments the addresses of a screen have at most, by their first. */
const deepest: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['accounts', 1],
  ['activity', 2],
  ['backup', 1],
  ['changes', 4],
  ['connectors', 3],
  ['customers', 3],
  ['forget', 2],
  ['groups', 3],
  ['import', 1],
  ['partner', 1],
  ['people', 3],
  ['policies', 2],
  ['practise-reset', 1],
  ['take-over', 1],
]);

/** The decoded segments of an address, or null where no screen can have it: anybody can type one. */
export function segmentsOf(path: string): readonly string[] | null {
  const parts = path.split('/').filter(Boolean);
  try {
    const segments = parts.map(decodeURIComponent);
    return segments.length <= (deepest.get(segments[0] ?? '') ?? 0) ? segments : null;
  } catch {
    // A % that begins no escape.
    return null;
  }
}
