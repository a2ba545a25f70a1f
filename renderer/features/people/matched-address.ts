import type { PersonRow } from '../../../electron/contract/directory.ts';

/**
 * The other or former address by which a search found a person; null if the name, the sign-in name or the
 * mail address already shows why the person is in the list.
 */
export function matchedAddress(person: PersonRow, search: string): string | null {
  const wanted = fold(search.trim());
  const has = (label: string | null) => label !== null && fold(label).includes(wanted);
  if (wanted === '' || [person.displayName, person.userPrincipalName, person.mail].some(has)) {
    return null;
  }
  return person.otherAddresses.find(has) ?? null;
}

function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
