import type { GroupRow } from '../../../electron/contract/directory.ts';
import type { Nesting } from '../../../electron/contract/nesting.ts';

/** Every group that contains another, from the top level down, with the names of those in it. */
export function listedNesting({ nodes, edges }: Nesting): readonly {
  readonly group: GroupRow;
  readonly within: readonly string[];
}[] {
  const names = new Map(nodes.map(({ group }) => [group.id, group.displayName]));
  return nodes
    .toSorted((a, b) => a.level - b.level)
    .flatMap(({ group }) => {
      const within = edges.flatMap(({ from, to }) =>
        from === group.id ? [names.get(to) ?? to] : [],
      );
      return within.length === 0 ? [] : [{ group, within }];
    });
}

/** Whether any group contains itself through others. */
export function inCircle({ nodes, edges }: Nesting): boolean {
  const holders = new Map(nodes.map(({ group }) => [group.id, new Set<string>()]));
  for (const { from, to } of edges) holders.get(to)?.add(from);
  // Removes groups that no other group contains, until only cycles and their contents remain, or nothing.
  let free = [...holders].filter(([, by]) => by.size === 0).map(([id]) => id);
  while (free.length > 0) {
    for (const id of free) holders.delete(id);
    for (const by of holders.values()) for (const id of free) by.delete(id);
    free = [...holders].filter(([, by]) => by.size === 0).map(([id]) => id);
  }
  return holders.size > 0;
}
