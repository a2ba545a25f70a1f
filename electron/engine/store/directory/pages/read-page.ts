import type { Problem } from '../../../../contract/problem.ts';
import type { SyncStream } from '../../../groups/sync/store.ts';
import { z } from 'zod';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import { graphId, pageOf, readAnswer, readJson, readPage } from './graph-page.ts';
import { groupChange, groupPage } from './group-page.ts';
import type { GroupChange } from './group-page.ts';
import { personChange, personPage } from './person-page.ts';
import type { PersonChange } from './person-page.ts';
import { thingChange, thingPage } from './thing-page.ts';
import type { ThingChange } from './thing-page.ts';

/** A page of any stream, as it will be written. */
export interface ReadPage {
  readonly nextLink: string | null;
  readonly deltaLink: string | null;
  readonly groups: readonly GroupChange[];
  readonly people: readonly PersonChange[];
  readonly things: readonly ThingChange[];
  readonly failedGroups: readonly { readonly id: string; readonly problem: Problem }[];
}

/** Reads a page's bytes. One group of unknown shape does not stop the others; see `failedGroups`. */
export function readStreamPage(stream: SyncStream, bytes: ArrayBuffer): ReadPage {
  if (stream === 'groups') return readGroups(bytes);
  if (stream === 'users') {
    const page = readPage(personPage, bytes);
    return { ...links(page), ...nothing, people: page.value.map(personChange) };
  }
  const page = readPage(thingPage, bytes);
  return { ...links(page), ...nothing, things: page.value.map(thingChange) };
}

const nothing = { groups: [], people: [], things: [], failedGroups: [] };

const anyPage = pageOf(z.looseObject({ id: graphId }));
const oneGroup = groupPage.shape.value.element;

function readGroups(bytes: ArrayBuffer): ReadPage {
  const json = readJson(bytes);
  try {
    const page = readAnswer(groupPage, json);
    return { ...links(page), ...nothing, groups: page.value.map(groupChange) };
  } catch (error) {
    if (!(error instanceof EvergrantError)) throw error;
    const page = readAnswer(anyPage, json);
    const groups: GroupChange[] = [];
    const failedGroups: { id: string; problem: Problem }[] = [];
    for (const element of page.value) {
      const group = oneGroup.safeParse(element);
      if (group.success) groups.push(groupChange(group.data));
      else failedGroups.push({ id: element.id.toLowerCase(), problem: error.toProblem() });
    }
    return { ...links(page), ...nothing, groups, failedGroups };
  }
}

function links(page: {
  readonly '@odata.nextLink'?: string | undefined;
  readonly '@odata.deltaLink'?: string | undefined;
}): Pick<ReadPage, 'nextLink' | 'deltaLink'> {
  return {
    nextLink: page['@odata.nextLink'] ?? null,
    deltaLink: page['@odata.deltaLink'] ?? null,
  };
}
