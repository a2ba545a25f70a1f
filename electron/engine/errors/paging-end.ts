import { EvergrantError } from './evergrant-error.ts';

/**
 * The maximum number of consecutive pages without anything new: Graph sends empty pages with a
 * nextLink, and repeats items.
 */
export const mostIdlePages = 300;

/** Detects paging that never ends: a repeated link, or always another link with nothing new. */
export interface PagingEnd {
  /**
   * Records a page and its next link.
   *
   * @throws EvergrantError `graph.pagingLoop`
   */
  pass(link: string | null, isNews: boolean): void;
}

/** Starts with the link of the first page. */
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

/** Whether the error means that paging never ends. */
export function isPagingLoop(error: unknown): boolean {
  return error instanceof EvergrantError && error.code === 'graph.pagingLoop';
}

function pagingLoop(): EvergrantError {
  return new EvergrantError('graph.pagingLoop', { retry: 'after' });
}
