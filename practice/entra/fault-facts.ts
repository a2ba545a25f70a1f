import type { AadstsFault } from '../faults/fault-settings.ts';
import { aadstsByCode } from './aadsts-catalog.ts';
import type { AadstsFacts } from './aadsts-catalog.ts';

/** The catalog's facts about a fault's number, overridden by the fault's own values. */
export function faultFacts({ code, error, suberror, message, place }: AadstsFault): AadstsFacts {
  return {
    ...aadstsByCode(code),
    ...(error !== undefined && { error }),
    ...(suberror !== undefined && { suberror }),
    ...(message !== undefined && { text: message }),
    ...(place !== undefined && { place }),
  };
}
