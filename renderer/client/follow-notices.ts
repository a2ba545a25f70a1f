import type { Notice } from '../../electron/contract/notice.ts';
import type { EngineClient } from './engine-client.ts';

/** Hears the engine's notices until `signal` aborts. A line that is cut is told by the frame. */
export async function followNotices(
  engine: EngineClient,
  onNotice: (notice: Notice) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const notice of await engine.notices(undefined, { signal })) onNotice(notice);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
