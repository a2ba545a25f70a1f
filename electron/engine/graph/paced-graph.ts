import type { Graph, GraphBytes, GraphOptions } from './graph.ts';
import type { ThrottleBudget } from './throttle-budget.ts';

/** What a request without a price of its own costs (entra-graph §6.1). */
const oneUnit = 1;

/**
 * The same Graph, every request of which is paid from one tenant's budget. `batchUnits` is what one
 * part of a batch costs; a wait that the service asks for holds up every other request too.
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
