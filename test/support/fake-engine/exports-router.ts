import { implement } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type { ExportFormat, ExportJob } from '../../../electron/contract/export.ts';
import { ago, id } from './sample-data.ts';

const fileName = (format: ExportFormat) =>
  `Contoso Dental groups 2026-11-25 1902 INC-4711.${format === 'scim' ? 'json' : format}`;

/** Exports that end, or do not, by their format: CSV goes on, XLSX ends well, JSON Lines fails, SCIM is not recorded, JSON waits for a place. */
export function exportsRouter() {
  const engine = implement(engineContract);
  const job = (format: ExportFormat, rest: Partial<ExportJob> = {}): ExportJob => ({
    id: id(20, format.length),
    state: 'running',
    fileName: fileName(format),
    format,
    rows: 4200,
    totalRows: 10_000,
    startedAt: ago(0.1),
    finishedAt: null,
    savedAs: null,
    download: null,
    problem: null,
    ...rest,
  });
  return {
    start: engine.exports.start.handler(({ input: { format } }) => {
      switch (format) {
        case 'xlsx':
          return job(format, {
            state: 'finished',
            rows: 10_000,
            finishedAt: ago(0),
            savedAs: `C:\\Users\\tech\\Documents\\${fileName(format)}`,
          });
        case 'jsonl':
          return job(format, {
            state: 'failed',
            finishedAt: ago(0),
            problem: { code: 'internal', params: {}, retry: 'now' },
          });
        case 'scim':
          return job(format, {
            state: 'finished',
            rows: 10_000,
            finishedAt: ago(0),
            savedAs: `C:\\Users\\tech\\Documents\\${fileName(format)}`,
            problem: { code: 'internal', params: {}, retry: 'now' },
          });
        case 'json':
          return job(format, { state: 'choosing', rows: 0, totalRows: null });
        default:
          return job(format);
      }
    }),
    watch: engine.exports.watch.handler(async function* watch({ signal }) {
      await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      if (signal?.aborted !== true) yield job('csv');
    }),
    cancel: engine.exports.cancel.handler(() => ({ cancelled: true })),
  };
}
