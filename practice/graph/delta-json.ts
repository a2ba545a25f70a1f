import { lowerBound } from '../directory/sorted-indexes.ts';
import type { Directory, DirectoryObject, DirectoryObjectKind } from '../directory/types.ts';
import type { Touched } from './delta-round.ts';
import { typeOfKind } from './directory-types.ts';
import type { EntityContext, EntityType } from './entity-type.ts';

const referencePrefix = Object.fromEntries(
  Object.entries(typeOfKind).map(([kind, type]) => [
    kind,
    `{"@odata.type":"#microsoft.graph.${type.name}","id":"`,
  ]),
) as Record<DirectoryObjectKind, string>;

/** A slice of the members of one group. */
export interface MemberSlice {
  /** JSON references, comma-separated; empty when there is nothing to report. */
  readonly json: string;
  readonly count: number;
  /** Last written member when more follow, else null. */
  readonly splitAfter: number | null;
}

/**
 * Writes up to `room` member references. A member no longer in the group carries `@removed`; a soft-deleted
 * user remains a member until purged.
 */
export function writeMembers(
  directory: Directory,
  line: Touched,
  after: number | null,
  room: number,
): MemberSlice {
  const { members } = line;
  const present = directory.members(line.index);
  const same = present === members;
  let json = '';
  let count = 0;
  let last: number | null = null;
  for (let at = after === null ? 0 : lowerBound(members, after + 1); at < members.length; at += 1) {
    const index = members[at] ?? 0;
    if (count === room) return { json, count, splitAfter: last };
    const member = directory.at(index);
    const reference = referencePrefix[member.kind] + member.id;
    const there = same || present[lowerBound(present, index)] === index;
    json += (count === 0 ? '' : ',') + reference;
    json += there ? '"}' : '","@removed":{"reason":"deleted"}}';
    last = index;
    count += 1;
  }
  return { json, count, splitAfter: null };
}

/** Writes the changed or selected properties of delta objects, without a closing brace. */
export class DeltaWriter {
  readonly #type: EntityType;
  readonly #names: ReadonlySet<string>;
  readonly #context: EntityContext;
  readonly #minimal: boolean;

  constructor(
    type: EntityType,
    select: readonly string[] | null,
    context: EntityContext,
    minimal: boolean,
  ) {
    this.#type = type;
    this.#names = new Set(['id', ...(select ?? type.defaults)]);
    this.#context = context;
    this.#minimal = minimal;
  }

  /** Whether to report a change of these properties: `$select` limits that as well. */
  tells(line: Touched): boolean {
    if (line.whole) return true;
    for (const property of line.properties) if (this.#names.has(property)) return true;
    return false;
  }

  /** Never-set properties are omitted; one cleared in this round is null. */
  write(object: DirectoryObject, line: Touched): string {
    let json = `{"id":"${object.id}"`;
    for (const name of this.#names) {
      if (name === 'id') continue;
      const changed = line.properties.has(name);
      if (this.#minimal && !line.whole && !changed) continue;
      const value = this.#type.columns.get(name)?.(object, this.#context);
      if (value === undefined || (value === null && !changed)) continue;
      json += `,"${name}":${JSON.stringify(value)}`;
    }
    return json;
  }
}
