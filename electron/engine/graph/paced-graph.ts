import type { Graph, GraphBytes, GraphOptions } from './graph.ts';
import type { ThrottleBudget } from './throttle-budget.ts';

/** The resource units of a request that has no known cost. */
const oneUnit = 1;

/**
 * The same Graph, with every request charged to one tenant's budget. `batchUnits` is the cost of one part of
 * a batch. When the service asks one request to wait, all others wait too.
 */
export function pacedGraph(graph: Graph, budget: ThrottleBudget, batchUnits: number): Graph {
  const heard = (options: GraphOptions | undefined): GraphOptions => ({
    ...options,
    onWait(until) {
      if (until !== null) budget.pauseUntil(until);
      options?.onWait?.(until);
    },
  });
  const pay = async <T>(
    units: number,
    options: GraphOptions | undefined,
    ask: (options: GraphOptions) => Promise<T>,
  ): Promise<T> => {
    await budget.take(units, options?.signal);
    return await ask(heard(options));
  };
  return {
    get: (path, options) => pay(oneUnit, options, (given) => graph.get(path, given)),
    page: (pathOrLink, options) =>
      pay(oneUnit, options, async (given): Promise<GraphBytes> => {
        const answer = await graph.page(pathOrLink, given);
        budget.hear(answer.throttle, oneUnit);
        return answer;
      }),
    batch: (parts, options) =>
      pay(parts.length * batchUnits, options, (given) => graph.batch(parts, given)),
    all: (path, options) => pay(oneUnit, options, (given) => graph.all(path, given)),
  };
}
