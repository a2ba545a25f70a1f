import type { Notice } from '../../electron/contract/notice.ts';
import type { EngineClient } from './engine-client.ts';

/** Receives the engine's notices until `signal` aborts. The frame reports a cut connection. */
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
