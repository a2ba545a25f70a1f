/** Columns of a person that hold addresses; `addresses` has one per line. */
interface Addresses {
  readonly upn: string | null;
  readonly mail: string | null;
  readonly addresses: string;
}

/**
 * Addresses that a person had in earlier syncs and that Microsoft no longer returns, one per line.
 * Technicians search for people by the address that a customer remembers.
 */
export function formerAddresses(
  before: (Addresses & { readonly former: string }) | null,
  now: Addresses,
): string {
  if (!before) return '';
  const current = new Set(all(now).map((address) => address.toLowerCase()));
  const former = new Map<string, string>();
  for (const address of [...lines(before.former), ...all(before)]) {
    const key = address.toLowerCase();
    if (!current.has(key)) former.set(key, address);
  }
  return [...former.values()].join('\n');
}

function all(person: Addresses): string[] {
  return [person.upn ?? '', person.mail ?? '', ...lines(person.addresses)].filter(
    (address) => address !== '',
  );
}

/** The lines of a column that holds a list. */
export function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
