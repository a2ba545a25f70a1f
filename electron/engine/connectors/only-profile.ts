import { EvergrantError } from '../errors/evergrant-error.ts';

/** The default connector when none was chosen: the only one. Errors: `profile.none`, `profile.choose`. */
export function onlyProfile(all: readonly { readonly id: string }[]): string {
  const [first, second] = all;
  if (!first) throw new EvergrantError('profile.none');
  if (second) throw new EvergrantError('profile.choose');
  return first.id;
}
