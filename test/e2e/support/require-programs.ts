import { findBrowser, missingBrowserSentence } from '../../../scripts/find-browser.ts';
import {
  electronDemanded,
  findElectron,
  missingElectronSentence,
  skippedElectronSentence,
} from '../../../scripts/find-electron.ts';

/** Reports once, before any test, what is missing: it ends the run, or the tests that need it are skipped. */
export default function requirePrograms(): void {
  if (findBrowser() === undefined) throw new Error(missingBrowserSentence);
  if (findElectron() !== undefined) return;
  if (electronDemanded()) throw new Error(missingElectronSentence);
  console.log(skippedElectronSentence);
}
