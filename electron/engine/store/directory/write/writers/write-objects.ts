import type { UnreadObject } from '../../../../directory/sync/store.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { OpenRun } from '../syncs/open-run.ts';
import type { PageCounts } from '../syncs/page-counts.ts';
import type { PageWriter } from './page-writer.ts';
import type { ListAnswer } from '../../pages/list-answer.ts';
import type { UnreadObjects } from '../objects/unread-objects.ts';

/** Writes objects that were requested individually; those that still can't be read remain noted. */
export function createObjectWriter(pageWriter: PageWriter, unread: UnreadObjects) {
  return function* writeObjects(
    run: OpenRun,
    asked: readonly UnreadObject[],
    answer: ListAnswer,
    counts: PageCounts,
  ): Steps<void> {
    for (const [place, { kind, id }] of asked.entries()) {
      if (kind === 'user') {
        const part = answer.person(String(place));
        if (part.kind !== 'read') continue;
        yield* pageWriter.writePerson(run, part.value, counts);
      } else {
        const part = answer.properties(String(place));
        if (part.kind !== 'read') continue;
        yield* pageWriter.writeGroup(run, part.value, counts);
      }
      // An individual answer is all that Microsoft has of the object.
      unread.clear(run, kind, id);
    }
  };
}
export type WriteObjects = ReturnType<typeof createObjectWriter>;
