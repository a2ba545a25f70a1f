import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { SetUpRecord, SetUpStore } from '../store.ts';

/** A set-up by its ID. Errors: `setUp.unknown`. */
export async function setUpOf(
  store: Pick<SetUpStore, 'get'>,
  setUpId: string,
): Promise<SetUpRecord> {
  const setUp = await store.get(setUpId);
  if (setUp === null) throw new EvergrantError('setUp.unknown', { params: { setUpId } });
  return setUp;
}
