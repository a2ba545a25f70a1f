import { BrowserWindow, session } from 'electron/main';
import type { Session } from 'electron/main';
import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import type { PrintPdf } from '../engine/kernel/ports.ts';
import { hardenSession } from './harden-session.ts';

/** A window that takes longer than this for one page has hung, in milliseconds. */
const patienceMs = 60_000;

/** The session of printed pages: in memory, without network or permissions, separate from the screens'. */
export function openPrintSession(): Session {
  const own = session.fromPartition('evergrant-print', { cache: false });
  hardenSession(own);
  return own;
}

/**
 * Prints pages in a hidden window without scripts; the window is destroyed when printing succeeds or fails.
 */
export function createPdfPrinter(own: Session, limitMs = patienceMs): PrintPdf {
  return async (html, signal) => {
    signal.throwIfAborted();
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
      },
    });
    const ended = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    try {
      return await Promise.race([print(window, html), ending(ended)]);
    } catch (cause) {
      signal.throwIfAborted();
      const reason = ended.aborted ? 'timeout' : 'window';
      throw new EvergrantError('report.notPrinted', { params: { reason }, retry: 'now', cause });
    } finally {
      window.destroy();
    }
  };
}

async function print(window: BrowserWindow, html: string): Promise<Uint8Array> {
  const page = Buffer.from(html, 'utf8').toString('base64');
  await window.loadURL(`data:text/html;charset=utf-8;base64,${page}`);
  return await window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
}

function ending(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
