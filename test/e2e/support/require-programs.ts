import { findBrowser, missingBrowserSentence } from '../../../scripts/find-browser.ts';
import {
  electronDemanded,
  findElectron,
  missingElectronSentence,
  skippedElectronSentence,
} from '../../../scripts/find-electron.ts';

/** Says once, before any story, what is missing: it ends the run, or the stories that need it are skipped. */
export default function requirePrograms(): void {
  if (findBrowser() === undefined) throw new Error(missingBrowserSentence);
  if (findElectron() !== undefined) return;
  if (electronDemanded()) throw new Error(missingElectronSentence);
  console.log(skippedElectronSentence);
}
