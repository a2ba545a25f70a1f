import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followChanges } from '../client/changes.ts';
import type { EngineClient } from '../client/engine-client.ts';
import { keys } from '../client/queries.ts';
import { LineLostError, openLine } from '../client/transport.ts';
import type { LossReason } from '../client/transport.ts';

/** The state of the connection to the engine. */
export type LineState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly client: EngineClient }
  | { readonly state: 'lost'; readonly reason: LossReason };

/** If no answer has arrived after this time in milliseconds, no host has taken the port. */
const answerWithin = 10_000;

/** Opens the connection once per load, follows the engine's changes on it, and reports when it is lost. */
export function useLine(page: Window, queries: QueryClient): LineState {
  const [line, setLine] = useState<LineState>({ state: 'opening' });
  useEffect(() => {
    const stop = new AbortController();
    const lose = (reason: LossReason) => {
      if (stop.signal.aborted) return;
      if (reason === 'reload') page.location.reload();
      else setLine({ state: 'lost', reason });
    };
    const timer = setTimeout(() => lose('newLink'), answerWithin);
    const open = async () => {
      const { client, lost } = await opened(page);
      void lost.then(lose);
      const host = await client.host.info();
      clearTimeout(timer);
      if (stop.signal.aborted) return;
      queries.setQueryData(keys.host(), host);
      setLine({ state: 'open', client });
      if (host.state === 'ready') await followChanges(client, queries, stop.signal);
    };
    open().catch((error: unknown) => lose(error instanceof LineLostError ? error.reason : 'gone'));
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [page, queries]);
  return line;
}

const lines = new WeakMap<Window, ReturnType<typeof openLine>>();

/** One connection per load: the desktop serves one port only, and React may run an effect twice. */
function opened(page: Window): ReturnType<typeof openLine> {
  const line = lines.get(page) ?? openLine(page);
  lines.set(page, line);
  return line;
}
