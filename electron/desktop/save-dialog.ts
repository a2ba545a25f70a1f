import path from 'node:path';
import { app, dialog } from 'electron/main';
import type { ExportFile, ExportFiles, ExportSink } from '../engine/kernel/ports.ts';
import { openFileSink } from '../platform/export-files/file-sink.ts';
import type { PartRecords } from '../platform/export-files/part-records.ts';
import { shownWindow } from './shown-window.ts';

/** Asks where to save an export. The dialog itself confirms before a file is replaced. */
export function createDialogFiles(records: PartRecords): ExportFiles {
  return {
    choose: (file) => ({ download: null, opened: ask(file, records) }),
  };
}

async function ask(
  { name, isEmpty = false }: ExportFile,
  records: PartRecords,
): Promise<ExportSink | null> {
  const window = shownWindow();
  const options = { defaultPath: path.join(app.getPath('downloads'), name) };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return null;
  return await openFileSink({ path: filePath, replace: true, isEmpty }, records);
}
