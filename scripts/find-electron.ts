import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a person has to do when Electron's program is demanded and missing. */
export const missingElectronSentence =
  "Electron's program is not installed: run npx install-electron, then try again.";

/** Why the stories of Evergrant's own window are skipped. */
export const skippedElectronSentence =
  "Skipped: project electron (Electron's program is not installed; npx install-electron installs it).";

/** Whether `EVERGRANT_E2E_ELECTRON=1` asks for a real Electron: the run then fails without its program. */
export function electronDemanded(): boolean {
  return process.env['EVERGRANT_E2E_ELECTRON'] === '1';
}

/** Electron's program, where `install-electron` has put it into node_modules. */
export function findElectron(): string | undefined {
  const folder = path.resolve(import.meta.dirname, '../node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}
