import { useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '../../../electron/contract/tenant-import.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';

/** Larger than any list of customers, in bytes; the engine accepts no more. */
const mostBytes = 2_000_000;

/** The state of reading a file. */
export type ImportState =
  | { readonly at: 'nothing' }
  | { readonly at: 'lookingUp'; readonly done: number; readonly total: number }
  | { readonly at: 'ready'; readonly fileName: string; readonly preview: ImportPreview }
  | { readonly at: 'cancelled' }
  | { readonly at: 'failed'; readonly problem: Problem };

/** Reads a file, has its tenants looked up, and follows the lookup to the preview. */
export function useImport(): {
  readonly state: ImportState;
  readonly read: (file: File, profileId: string | undefined) => void;
  readonly cancel: () => void;
} {
  const engine = useEngine();
  const [state, setState] = useState<ImportState>({ at: 'nothing' });
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const follow = async (file: File, profileId: string | undefined, signal: AbortSignal) => {
    if (file.size > mostBytes) {
      const params = { megabytes: mostBytes / 1_000_000 };
      setState({
        at: 'failed',
        problem: { code: 'import.tooLarge', params, retry: 'never' },
      });
      return;
    }
    const content = await base64Of(file);
    const reports = await engine.imports.preview(
      { content, ...(profileId !== undefined && { profileId }) },
      { signal },
    );
    for await (const report of reports) {
      if (signal.aborted) return;
      setState(
        report.state === 'ready'
          ? { at: 'ready', fileName: file.name, preview: report.preview }
          : { at: 'lookingUp', done: report.done, total: report.total },
      );
    }
  };

  return {
    state,
    read: (file, profileId) => {
      stop.current?.abort();
      const own = new AbortController();
      stop.current = own;
      setState({ at: 'lookingUp', done: 0, total: 0 });
      follow(file, profileId, own.signal).catch((error: unknown) => {
        if (!own.signal.aborted) setState({ at: 'failed', problem: problemFrom(error) });
      });
    },
    cancel: () => {
      stop.current?.abort();
      setState({ at: 'cancelled' });
    },
  };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const step = 0x8000;
  let letters = '';
  for (let at = 0; at < bytes.length; at += step) {
    letters += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(letters);
}
