import path from 'node:path';
import { findElectron as findIn } from './electron-program.mjs';

/** What to do when Electron's program is required but missing. */
export const missingElectronSentence =
  "Electron's program is not installed: run npx install-electron, then try again.";

/** Why the tests of Evergrant's own window are skipped. */
export const skippedElectronSentence =
  "Skipped: project electron (Electron's program is not installed; npx install-electron installs it).";

/** Whether `EVERGRANT_E2E_ELECTRON=1` requires a real Electron: the run then fails without its program. */
export function electronDemanded(): boolean {
  return process.env['EVERGRANT_E2E_ELECTRON'] === '1';
}

/** Electron's program, where `npm start` or `install-electron` installed it in node_modules. */
export function findElectron(): string | undefined {
  const folder = path.resolve(import.meta.dirname, '../node_modules/electron');
  return findIn(folder) ?? undefined;
}
