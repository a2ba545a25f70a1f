/**
 * `npm run icons`: creates every icon from one source, assets/icon.svg, by drawing it in Chromium.
 *
 * electron-builder creates the icon formats of Windows and macOS from the largest PNG.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { findBrowser, missingBrowserSentence } from './find-browser.ts';

const assets = path.resolve(import.meta.dirname, '../assets');

/** Edges in pixels: Linux's hicolor sizes, and 1024 for macOS and Windows. */
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024] as const;

async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
}

const executablePath = findBrowser();
if (executablePath === undefined) {
  console.error(missingBrowserSentence);
  process.exit(1);
}
const svg = await readFile(path.join(assets, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath });
try {
  const page = await browser.newPage();
  await mkdir(path.join(assets, 'icons'), { recursive: true });
  for (const size of sizes) {
    const png = await draw(page, svg, size);
    await writeFile(path.join(assets, 'icons', `${size}x${size}.png`), png);
    if (size === 1024) await writeFile(path.join(assets, 'icon.png'), png);
  }
  console.log(`Drew ${sizes.length} sizes into assets/icons.`);
} finally {
  await browser.close();
}
