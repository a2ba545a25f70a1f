import type { Directory, DirectoryObjectKind } from '../directory/types.ts';

/** What a delta page reports about one object. */
export interface Touched {
  readonly index: number;
  /** The object is new to the reader: all of its properties and members are reported. */
  whole: boolean;
  /** Properties that changed, when not `whole`. */
  readonly properties: Set<string>;
  /** Members that were added or removed, ascending, when not `whole`. */
  members: readonly number[];
}

/**
 * What one round of a delta query reports: in the first round (`from` is null) every object, later the change
 * log between two sequence numbers, one entry for each object. Objects ascend by index, so that a page token
 * needs only the last one.
 */
export function deltaRound(
  directory: Directory,
  kind: DirectoryObjectKind,
  from: number | null,
  upTo: number,
): { readonly indexes: readonly number[]; readonly touched: (index: number) => Touched } {
  if (from === null)
    return {
      indexes: directory.indexes(kind),
      touched: (index) => ({
        index,
        whole: true,
        properties: new Set(),
        members: directory.members(index),
      }),
    };
  const all = new Map<number, Touched>();
  const links = new Map<number, Set<number>>();
  for (const change of directory.changesSince(from).slice(0, upTo - from)) {
    if (directory.at(change.object).kind !== kind) continue;
    let line = all.get(change.object);
    if (line === undefined) {
      line = { index: change.object, whole: false, properties: new Set(), members: [] };
      all.set(change.object, line);
    }
    if (change.type === 'added' || change.type === 'restored') line.whole = true;
    else if (change.type === 'changed')
      for (const property of change.properties) line.properties.add(property);
    else if (change.type === 'linked' || change.type === 'unlinked') {
      const members = links.get(change.object) ?? new Set();
      links.set(change.object, members.add(change.member));
    }
  }
  for (const line of all.values()) {
    const changed = [...(links.get(line.index) ?? [])];
    const members = line.whole ? [...directory.members(line.index), ...changed] : changed;
    line.members = [...new Set(members)].sort((a, b) => a - b);
  }
  return {
    indexes: [...all.keys()].sort((a, b) => a - b),
    touched: (index) => {
      const line = all.get(index);
      if (line === undefined) throw new Error(`object ${index} did not change in this round`);
      return line;
    },
  };
}
