/**
 * Sees to it that the end-to-end tests find a browser: nothing to do where one is, Debian's package
 * on a machine where that needs no question (root, apt-get there), one clear sentence elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { findBrowser, missingBrowserSentence } from './find-browser.ts';

function installFromDebian(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !hasAptGet()) return false;
  console.log('No Chromium here: installing the package chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: readonly string[]): boolean =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  return (
    run(['update', '-q']) &&
    run(['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'])
  );
}

function hasAptGet(): boolean {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

const browser = findBrowser() ?? (installFromDebian() ? findBrowser() : undefined);
if (browser === undefined) {
  console.error(missingBrowserSentence);
  process.exitCode = 1;
} else {
  console.log(`End-to-end browser: ${browser}`);
}
