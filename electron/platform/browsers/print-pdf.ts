import { randomInt } from 'node:crypto';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import type { PrintPdf } from '../../engine/kernel/ports.ts';
import { ownDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { findBrowsers } from './find-browsers.ts';
import type { FoundBrowser } from './find-browsers.ts';
import { runToEnd } from './run-to-end.ts';

/** A browser that takes longer than this for one page has hung, in milliseconds. */
const patienceMs = 60_000;

/** Unassigned user IDs: the range from which systemd takes dynamic users (systemd.io/UIDS-GIDS). */
const strangers = { first: 61_184, end: 65_520 } as const;

/**
 * Prints a page with an installed Chromium. The page and the browser's profile are in a separate folder that
 * only this account can open; the folder is always removed. Tries the found browsers in turn.
 *
 * Chromium has no sandbox as root, and is never started without one: there it runs under an unassigned user
 * ID. Its own way to print needs scripts, so the page's policy forbids them in the page.
 */
export function createPdfPrinter(
  desk: Desk,
  {
    temporary = tmpdir(),
    limitMs = patienceMs,
  }: { readonly temporary?: string; readonly limitMs?: number } = {},
): PrintPdf {
  return async (html, signal) => {
    const browsers = await findBrowsers({ ...desk, isRoot: false }, ({ isChromium }) => isChromium);
    let failure: unknown = new EvergrantError('report.noBrowser');
    for (const browser of browsers) {
      try {
        return await printWith(browser, html, { desk, temporary, limitMs }, signal);
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
      }
    }
    throw failure;
  };
}

/** This computer's PDF printer. */
export const systemPdfPrinter: PrintPdf = createPdfPrinter(ownDesk);

async function printWith(
  { program }: FoundBrowser,
  html: string,
  place: { readonly desk: Desk; readonly temporary: string; readonly limitMs: number },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { desk, temporary, limitMs } = place;
  const folder = await mkdtemp(join(temporary, 'evergrant-print-'));
  try {
    const page = join(folder, 'report.html');
    const pdf = join(folder, 'report.pdf');
    await chmod(folder, 0o700);
    await writeFile(page, html, { mode: 0o600 });
    const account = desk.isRoot ? randomInt(strangers.first, strangers.end) : null;
    if (account !== null) for (const each of [page, folder]) await chown(each, account, account);
    const code = await runToEnd(
      program,
      [...switches(join(folder, 'profile')), `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
      { folder, account, env: account === null ? desk.env : strangersEnv(desk, folder) },
      AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
    );
    return await readPdf(pdf, code);
  } catch (cause) {
    if (cause instanceof EvergrantError || signal.aborted) throw cause;
    throw notPrinted(reasonOf(cause), cause);
  } finally {
    // On Windows the browser's last process may still hold a file briefly.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** No window, no personal profile, no network access. */
const switches = (profile: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  `--user-data-dir=${profile}`,
];

/** Root's environment is not passed to another user ID. */
const strangersEnv = ({ env }: Desk, folder: string) => ({
  PATH: env['PATH'],
  HOME: folder,
  TMPDIR: folder,
});

async function readPdf(file: string, code: number | null): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw notPrinted(code === null ? 'killed' : `exit ${code}`, cause);
  });
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw notPrinted('no PDF');
  return bytes;
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout';
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}

const notPrinted = (reason: string, cause?: unknown): EvergrantError =>
  new EvergrantError('report.notPrinted', { params: { reason }, retry: 'now', cause });
