/**
 * Ensures that the end-to-end tests find a browser: uses an existing one, installs Debian's package when this
 * needs no prompt (root, apt-get available), and otherwise prints what to do.
 */
import { installFromDebian } from './debian-packages.ts';
import { findBrowser, missingBrowserSentence } from './find-browser.ts';

const browser =
  findBrowser() ??
  (installFromDebian(['chromium', 'chromium-sandbox', 'fonts-liberation'])
    ? findBrowser()
    : undefined);
if (browser === undefined) {
  console.error(missingBrowserSentence);
  process.exitCode = 1;
} else {
  console.log(`End-to-end browser: ${browser}`);
}
