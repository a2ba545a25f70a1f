import type { AadstsFault } from '../faults/fault-settings.ts';
import { aadstsByCode } from './aadsts-catalog.ts';
import type { AadstsFacts } from './aadsts-catalog.ts';

/** What the catalogue says of a fault's number, with what the fault says instead. */
export function faultFacts({ code, error, suberror, message, place }: AadstsFault): AadstsFacts {
  return {
    ...aadstsByCode(code),
    ...(error !== undefined && { error }),
    ...(suberror !== undefined && { suberror }),
    ...(message !== undefined && { text: message }),
    ...(place !== undefined && { place }),
  };
}
