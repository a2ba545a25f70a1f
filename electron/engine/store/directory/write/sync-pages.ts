import type { SyncStore } from '../../../directory/sync/store.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import { readStreamPage } from '../pages/read-page.ts';
import type { ReadPage } from '../pages/read-page.ts';
import { isDeltaStream } from '../schema/codes.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import { noCounts } from './syncs/page-counts.ts';
import type { PageWriter } from './writers/page-writer.ts';
import type { ParsedPages } from './syncs/parsed-pages.ts';
import { recordOf } from './syncs/run-row.ts';
import type { SyncRows } from './syncs/sync-rows.ts';

/** Parses the pages of a sync's streams immediately, and writes them in order. */
export function createSyncPages(
  { runs, notes, streams }: Pick<SyncRows, 'runs' | 'notes' | 'streams'>,
  open: OpenSyncs,
  { pages, pageWriter }: { readonly pages: ParsedPages; readonly pageWriter: PageWriter },
): Pick<SyncStore, 'parsePage' | 'writePage'> {
  return {
    async parsePage(no, stream, bytes) {
      const run = open.get(no);
      const page = readStreamPage(stream, bytes);
      if (isDeltaStream(stream) && !run.listed.has(stream)) demandLink(page);
      const { nextLink, deltaLink } = page;
      return { page: pages.keep({ run, stream, page }), nextLink, deltaLink };
    },

    async writePage(key, at) {
      const { run, stream, page } = pages.take(key);
      const counts = noCounts();
      await open.inSteps(
        run,
        (function* () {
          yield* pageWriter.write(run, stream, page, counts);
          notes.countPage(run.no, stream, counts, at);
          streams.pass(run.no, stream, page);
          yield* pageWriter.index(run, 'worthwhile');
        })(),
      );
      const isNews = Object.values(counts).some((count) => count > 0);
      return { counts: recordOf(runs.get(run.no)).counts, isNews };
    },
  };
}

/** A delta page must have a link to the next page or to the next delta. */
function demandLink({ nextLink, deltaLink }: ReadPage): void {
  if (nextLink || deltaLink) return;
  throw new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at: '@odata.deltaLink', found: 'missing' },
  });
}
