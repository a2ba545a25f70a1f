import { EvergrantError } from './evergrant-error.ts';

/**
 * So many pages in a row may bring nothing that is new: Graph sends empty pages with a nextLink, and tells
 * things again (entra-graph §4.5).
 */
export const mostIdlePages = 300;

/** Notices paging that never ends: a link that was there before, or always another one with nothing new. */
export interface PagingEnd {
  /**
   * A page that was read, and where it leads.
   *
   * @throws EvergrantError `graph.pagingLoop`
   */
  pass(link: string | null, isNews: boolean): void;
}

/** Begins with the link of the first page. */
export function createPagingEnd(first: string): PagingEnd {
  const seen = new Set([first]);
  let idle = 0;
  return {
    pass(link, isNews) {
      if (link === null) return;
      idle = isNews ? 0 : idle + 1;
      if (seen.has(link) || idle >= mostIdlePages) throw pagingLoop();
      seen.add(link);
    },
  };
}

/** Whether this says that paging never ends. */
export function isPagingLoop(error: unknown): boolean {
  return error instanceof EvergrantError && error.code === 'graph.pagingLoop';
}

function pagingLoop(): EvergrantError {
  return new EvergrantError('graph.pagingLoop', { retry: 'after' });
}
