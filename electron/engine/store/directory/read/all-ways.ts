/** A group on a path, by the store's number. */
interface Step {
  readonly no: number;
}

/** An incomplete path, linked from its last group to its first. */
interface Begun<S> {
  readonly step: S;
  readonly by: Begun<S> | null;
  readonly length: number;
}

/** Paths that are examined before the search stops: a few milliseconds. */
const patience = 20_000;

/**
 * Finds paths from a member up to a group, no group twice in one path, the shortest first.
 *
 * First computes how far each group is from the goal, then always extends the path that can still be the
 * shortest, so that complete paths are found in order of length (A*; its estimate is the distance that
 * ignores "no group twice"). The number of paths can grow exponentially: the search ends after `limit` paths,
 * or after `patience` steps.
 */
export function allWays<S extends Step>(
  graph: {
    /** The groups that the member is directly in. */
    readonly first: readonly S[];
    /** The groups that a group is directly in. */
    readonly above: (no: number) => readonly S[];
  },
  goal: number,
  limit: number,
): { readonly ways: readonly (readonly S[])[]; readonly more: boolean } {
  const { above, distance } = towards(graph, goal);
  const waiting: (Begun<S>[] | undefined)[] = [];
  const put = (steps: readonly S[], by: Begun<S> | null): void => {
    const length = (by?.length ?? 0) + 1;
    for (const step of steps) {
      const rest = distance.get(step.no);
      if (rest === undefined || isOn(by, step.no)) continue;
      (waiting[length + rest] ??= []).push({ step, by, length });
    }
  };
  put(graph.first, null);
  const ways: S[][] = [];
  for (let looked = 0; looked < patience; looked += 1) {
    const next = waiting.find((begun) => begun && begun.length > 0)?.pop();
    if (!next) return { ways, more: false };
    if (next.step.no !== goal) {
      put(above(next.step.no), next);
      continue;
    }
    if (ways.length === limit) return { ways, more: true };
    ways.push(stepsOf(next));
  }
  return { ways, more: true };
}

/** The groups between the member and the goal: each with its steps up, and its distance from the goal. */
function towards<S extends Step>(graph: Parameters<typeof allWays<S>>[0], goal: number) {
  const up = new Map<number, readonly S[]>();
  const down = new Map<number, number[]>();
  const queue = [...graph.first];
  for (const { no } of queue) {
    if (up.has(no)) continue;
    const steps = no === goal ? [] : graph.above(no);
    up.set(no, steps);
    for (const step of steps) {
      const below = down.get(step.no) ?? [];
      down.set(step.no, below);
      below.push(no);
      queue.push(step);
    }
  }
  const distance = new Map(up.has(goal) ? [[goal, 0]] : []);
  for (const [no, steps] of distance) {
    for (const below of down.get(no) ?? []) {
      if (!distance.has(below)) distance.set(below, steps + 1);
    }
  }
  return { above: (no: number) => up.get(no) ?? [], distance };
}

function isOn<S extends Step>(way: Begun<S> | null, no: number): boolean {
  for (let at = way; at; at = at.by) if (at.step.no === no) return true;
  return false;
}

function stepsOf<S>(way: Begun<S>): S[] {
  const steps: S[] = [];
  for (let at: Begun<S> | null = way; at; at = at.by) steps.push(at.step);
  return steps.reverse();
}
