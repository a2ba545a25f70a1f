import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import { namesToTry, writtenName } from '../engine/identity/domain-or-id.ts';

/**
 * Tenant IDs and domains that a pasted word or address names, each as Microsoft writes it and as people do;
 * empty if it names none.
 */
export function tenantNamesIn(typed: string): readonly string[] {
  try {
    return namesToTry(typed).flatMap((name) => [name.value, writtenName(name)]);
  } catch (error) {
    if (error instanceof EvergrantError) return [];
    throw error;
  }
}
