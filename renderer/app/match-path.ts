/** The names that a pattern gives to segments: `tenant` and `group` of `/groups/:tenant/:group`. */
export type NamesIn<Pattern extends string> = Pattern extends `${infer Head}/${infer Tail}`
  ? NamesIn<Head> | NamesIn<Tail>
  : Pattern extends `:${infer Name}`
    ? Name
    : never;

/** The named segments of an address, decoded; null if the address does not match the pattern. */
export function matchPath(
  pattern: string,
  path: string,
): Readonly<Partial<Record<string, string>>> | null {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(path);
  if (given.length !== wanted.length) return null;
  const named: Partial<Record<string, string>> = {};
  for (const [index, want] of wanted.entries()) {
    const segment = decoded(given[index] ?? '');
    if (segment === null) return null;
    if (want.startsWith(':')) named[want.slice(1)] = segment;
    else if (segment !== want) return null;
  }
  return named;
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}

/** A segment without its escapes, or null for an invalid %: anyone can type an address. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
