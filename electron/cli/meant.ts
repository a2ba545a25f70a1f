import { tidyPasted, withInvisible } from '../contract/pasted.ts';
import { tenantNamesIn } from '../platform/tenant-names.ts';

/** A name for comparing: letter case, invisible characters and how accents are composed make no difference. */
export function folded(name: string): string {
  return name
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}

/**
 * What a pasted name may mean, folded, the closest first: the words as given, then without the quotes and
 * brackets that stood around them.
 */
export function meantBy(query: string): readonly string[] {
  return [...new Set([folded(query), folded(tidyPasted(query))])];
}

/** The same for a customer, who may also be meant by a web, mail or portal address that names the tenant. */
export function customerMeantBy(query: string): readonly string[] {
  return [...new Set([...meantBy(query), ...tenantNamesIn(query)])];
}

/** What the first of several meanings finds; empty where none finds anything. */
export function foundBy<T>(
  meanings: readonly string[],
  find: (wanted: string) => readonly T[],
): readonly T[] {
  for (const wanted of meanings) {
    const found = find(wanted);
    if (found.length > 0) return found;
  }
  return [];
}

/** What was given, for a sentence that refuses it: characters that no screen shows are named. */
export function given(query: string): string {
  return withInvisible(query.trim());
}
