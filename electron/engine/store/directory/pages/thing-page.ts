import { z } from 'zod';
import type { Column } from '../write/objects/versions.ts';
import {
  flagOr,
  graphId,
  optionalFlag,
  optionalText,
  pageOf,
  removal,
  textOr,
} from './graph-page.ts';

/** A device or contact resource. */
export const graphThing = z.object({
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

/** A thing's columns as stored. */
export type KnownThing = Readonly<Record<keyof ThingValues, Column>>;

export interface ThingChange {
  readonly id: string;
  readonly removed: boolean;
  readonly properties: GraphThing;
  /** Whether its name came. A new thing without a name is marked. */
  readonly isWhole: boolean;
}

export function thingChange(thing: GraphThing): ThingChange {
  return {
    id: thing.id.toLowerCase(),
    removed: thing['@removed'] !== undefined,
    properties: thing,
    isWhole: thing.displayName !== undefined,
  };
}

/** Converts a thing to columns: a missing property keeps its `known` value, null clears it. */
export function thingValues(thing: GraphThing, known: KnownThing | null): ThingValues {
  return {
    name: textOr(thing.displayName, known?.name),
    mail: textOr(thing.mail, known?.mail),
    enabled: flagOr(thing.accountEnabled, known?.enabled),
  };
}
