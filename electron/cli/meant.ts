import { tidyPasted, withInvisible } from '../contract/pasted.ts';
import { tenantNamesIn } from '../platform/tenant-names.ts';

/**
 * Normalizes a name for comparison: ignores letter case, invisible characters and how accents are composed.
 */
export function folded(name: string): string {
  return name
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}

/**
 * What a pasted name may refer to, normalized, closest first: the words as given, then without the
 * surrounding quotes and brackets.
 */
export function meantBy(query: string): readonly string[] {
  return [...new Set([folded(query), folded(tidyPasted(query))])];
}

/** The same for a customer, which a web, mail or portal address that names the tenant can also identify. */
export function customerMeantBy(query: string): readonly string[] {
  return [...new Set([...meantBy(query), ...tenantNamesIn(query)])];
}

/** The matches of the first reading that finds any; empty if none does. */
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

/** The given text for an error message: invisible characters are named. */
export function given(query: string): string {
  return withInvisible(query.trim());
}
