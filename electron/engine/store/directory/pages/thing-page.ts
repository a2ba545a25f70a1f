import { z } from 'zod';
import { graphId, optionalFlag, optionalText, pageOf, removal } from './graph-page.ts';

const graphThing = z.object({
  id: graphId,
  '@removed': removal,
  displayName: optionalText,
  mail: optionalText,
  accountEnabled: optionalFlag,
});
type GraphThing = z.infer<typeof graphThing>;

/** A page of `/devices` or `/contacts`. */
export const thingPage = pageOf(graphThing);

/** A device's or contact's own columns. */
export interface ThingValues {
  readonly name: string | null;
  readonly mail: string | null;
  readonly enabled: number | null;
}

export interface ThingChange {
  readonly id: string;
  readonly removed: boolean;
  readonly values: ThingValues;
}

export function thingChange(thing: GraphThing): ThingChange {
  const { accountEnabled } = thing;
  return {
    id: thing.id.toLowerCase(),
    removed: thing['@removed'] !== undefined,
    values: {
      name: thing.displayName ?? null,
      mail: thing.mail ?? null,
      enabled:
        accountEnabled === undefined || accountEnabled === null ? null : Number(accountEnabled),
    },
  };
}
