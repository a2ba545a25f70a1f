import type { SyncStream } from '../../../../directory/sync/store.ts';
import type { ReadPage } from '../../pages/read-page.ts';
import type { OpenRun } from './open-run.ts';

/** A parsed page that is not written yet. */
export interface ParsedPage {
  readonly run: OpenRun;
  readonly stream: SyncStream;
  readonly page: ReadPage;
}

/** Stores parsed pages by number until they are written or their sync ends. */
export function createParsedPages() {
  const pages = new Map<number, ParsedPage>();
  let last = 0;
  return {
    keep(parsed: ParsedPage): number {
      last += 1;
      pages.set(last, parsed);
      return last;
    },
    take(key: number): ParsedPage {
      const parsed = pages.get(key);
      if (!parsed) throw new Error(`Page ${key} has not been parsed, or its sync has ended.`);
      pages.delete(key);
      return parsed;
    },
    dropOf(no: number): void {
      for (const [key, { run }] of pages) if (run.no === no) pages.delete(key);
    },
  };
}
export type ParsedPages = ReturnType<typeof createParsedPages>;
