/**
 * Sees to it that the end-to-end tests find a browser: nothing to do where one is, Debian's package
 * on a machine where that needs no question (root, apt-get there), one clear sentence elsewhere.
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
