import type { BrowserWindowConstructorOptions, Session } from 'electron/main';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPdfPrinter } from './print-pdf.ts';

/** The part of an Electron window that printing uses. */
class WindowDouble {
  static readonly made: WindowDouble[] = [];
  static printToPDF: (options: object) => Promise<Uint8Array>;

  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  destroyed = 0;
  readonly webContents = { printToPDF: (options: object) => WindowDouble.printToPDF(options) };

  constructor(options: BrowserWindowConstructorOptions) {
    this.options = options;
    WindowDouble.made.push(this);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  destroy(): void {
    this.destroyed += 1;
  }
}

vi.mock('electron/main', () => ({
  get BrowserWindow() {
    return WindowDouble;
  },
  session: {},
}));

const own = { name: 'print' } as unknown as Session;
const never = new AbortController().signal;
const html = '<!doctype html><p>Zürich</p>';

beforeEach(() => {
  WindowDouble.made.length = 0;
  WindowDouble.printToPDF = () => Promise.resolve(Buffer.from('%PDF-'));
});

/** How often each created window was destroyed. */
const destroyed = () => WindowDouble.made.map((window) => window.destroyed);

describe('the desktop’s PDF', () => {
  it('is printed as A4 in a window that nobody sees and that runs nothing, gone afterwards', async () => {
    const asked: object[] = [];
    WindowDouble.printToPDF = async (options) => {
      asked.push(options);
      return Buffer.from('%PDF-');
    };
    expect(await createPdfPrinter(own)(html, never)).toEqual(Buffer.from('%PDF-'));
    const [window] = WindowDouble.made;
    expect(window?.options.show).toBe(false);
    expect(window?.options.webPreferences).toMatchObject({
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(window?.options.webPreferences).not.toHaveProperty('preload');
    const [head = '', body = ''] = window?.loaded[0]?.split(',') ?? [];
    expect(head).toBe('data:text/html;charset=utf-8;base64');
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(html);
    expect(asked).toEqual([expect.objectContaining({ pageSize: 'A4', printBackground: true })]);
    expect(destroyed()).toEqual([1]);
  });

  it('that fails has a code, and leaves no window', async () => {
    WindowDouble.printToPDF = () => Promise.reject(new Error('Failed to generate PDF'));
    await expect(createPdfPrinter(own)(html, never)).rejects.toMatchObject({
      code: 'report.notPrinted',
      params: { reason: 'window' },
    });
    expect(destroyed()).toEqual([1]);
  });

  it('that hangs is given up, and leaves no window', async () => {
    WindowDouble.printToPDF = () => new Promise(() => {});
    await expect(createPdfPrinter(own, 1)(html, never)).rejects.toMatchObject({
      params: { reason: 'timeout' },
    });
    const stop = new AbortController();
    const printing = createPdfPrinter(own)(html, stop.signal);
    stop.abort(new Error('closed'));
    await expect(printing).rejects.toThrow('closed');
    expect(destroyed()).toEqual([1, 1]);
    await expect(createPdfPrinter(own)(html, stop.signal)).rejects.toThrow('closed');
    expect(destroyed()).toEqual([1, 1]);
  });
});
