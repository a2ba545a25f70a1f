import { z } from 'zod';
import type { Problem } from '../../../../contract/problem.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { SyncStream } from '../../../directory/sync/store.ts';
import {
  graphId,
  leadsTo,
  linkElsewhere,
  pageOf,
  readAnswer,
  readJson,
  unreadable,
} from './graph-page.ts';
import { graphGroup, groupChange, groupPage } from './group-page.ts';
import type { GroupChange } from './group-page.ts';
import { graphUser, personChange, personPage } from './person-page.ts';
import type { PersonChange } from './person-page.ts';
import { graphThing, thingChange, thingPage } from './thing-page.ts';
import type { ThingChange } from './thing-page.ts';

/** An object of a page that doesn't have the documented shape. `id` is empty if the id is unreadable. */
export interface FailedRow {
  readonly id: string;
  readonly problem: Problem;
}

/** A page of any stream, ready to be written. */
export interface ReadPage {
  readonly nextLink: string | null;
  readonly deltaLink: string | null;
  readonly groups: readonly GroupChange[];
  readonly people: readonly PersonChange[];
  readonly things: readonly ThingChange[];
  readonly failed: readonly FailedRow[];
}

/** Reads a page's bytes. An object of unknown shape doesn't stop the others; see `failed`. */
export function readStreamPage(stream: SyncStream, bytes: ArrayBuffer): ReadPage {
  const json = readJson(bytes);
  if (stream === 'groups') {
    const { rows, ...rest } = readRows(stream, groupPage, graphGroup, json);
    return { ...nothing, ...rest, groups: rows.map(groupChange) };
  }
  if (stream === 'users') {
    const { rows, ...rest } = readRows(stream, personPage, graphUser, json);
    return { ...nothing, ...rest, people: rows.map(personChange) };
  }
  const { rows, ...rest } = readRows(stream, thingPage, graphThing, json);
  return { ...nothing, ...rest, things: rows.map(thingChange) };
}

const nothing = { groups: [], people: [], things: [] };
const anyPage = pageOf(z.unknown());
const named = z.looseObject({ id: graphId });

type Rows<T> = Pick<ReadPage, 'nextLink' | 'deltaLink' | 'failed'> & {
  readonly rows: readonly T[];
};

/** Parses all rows together; if one is malformed, parses each separately. */
function readRows<T>(
  stream: SyncStream,
  whole: z.ZodType<Links & { readonly value: readonly T[] }>,
  one: z.ZodType<T>,
  json: unknown,
): Rows<T> {
  try {
    const page = readAnswer(whole, json);
    return { ...links(stream, page), rows: page.value, failed: [] };
  } catch (error) {
    if (!(error instanceof EvergrantError)) throw error;
  }
  const page = readAnswer(anyPage, json);
  const rows: T[] = [];
  const failed: FailedRow[] = [];
  for (const element of page.value) {
    const row = one.safeParse(element);
    if (row.success) {
      rows.push(row.data);
      continue;
    }
    const id = named.safeParse(element).data?.id.toLowerCase() ?? '';
    failed.push({ id, problem: unreadable(row.error).toProblem() });
  }
  return { ...links(stream, page), rows, failed };
}

interface Links {
  readonly '@odata.nextLink'?: string | null | undefined;
  readonly '@odata.deltaLink'?: string | null | undefined;
}

const linkNames = ['@odata.nextLink', '@odata.deltaLink'] as const;

/** Reads a page's links and refuses one to another kind of objects: they would be taken for this kind. */
function links(stream: SyncStream, page: Links): Pick<ReadPage, 'nextLink' | 'deltaLink'> {
  for (const at of linkNames) {
    const link = page[at] ?? null;
    if (link !== null && !leadsTo(stream, link)) throw linkElsewhere(at);
  }
  return {
    nextLink: page['@odata.nextLink'] ?? null,
    deltaLink: page['@odata.deltaLink'] ?? null,
  };
}
