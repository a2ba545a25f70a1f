/**
 * Exactly the Electron calls that the desktop makes; README.md describes what each does in this double. Any
 * other call is `undefined` and fails, so that a new call is noticed.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { networkInterfaces, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { systemPdfPrinter } from '../../../electron/platform/browsers/print-pdf.ts';
import { tell } from './events.ts';
import { Front } from './front.ts';
import type { HandedPort, ProtocolHandler } from './front.ts';

class AppDouble extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map([['downloads', tmpdir()]]);

  enableSandbox(): void {}
  setAppUserModelId(): void {}
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`No path was set for ${name}.`);
    return path;
  }
  getVersion(): string {
    return '0.0.0-double';
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
  quit(): void {
    for (const window of windows) window.emit('close');
    let held = false;
    this.emit('will-quit', { preventDefault: () => (held = true) });
    if (held) return;
    for (const window of windows) window.front?.close();
    process.exit(0);
  }
}

class WebContentsDouble extends EventEmitter {
  readonly id: number;
  /** The page of a window that is used for printing. */
  page = '';

  constructor(id: number) {
    super();
    this.id = id;
  }
  setWindowOpenHandler(): void {}
  reload(): void {
    tell({ event: 'reload' });
  }
  printToPDF(): Promise<Uint8Array> {
    return systemPdfPrinter(this.page, new AbortController().signal);
  }
}

class SessionDouble {
  handler: ProtocolHandler | undefined;
  readonly webRequest = { onBeforeRequest(): void {} };
  readonly protocol = {
    handle: (_scheme: string, handler: ProtocolHandler): void => {
      this.handler = handler;
    },
  };

  setUserAgent(): void {}
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}
  fetch(url: string, init: RequestInit): Promise<Response> {
    return fetch(url, init);
  }
}

interface WindowOptions {
  readonly webPreferences: { readonly session: SessionDouble; readonly javascript?: boolean };
}

const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContentsDouble(windows.length + 1);
  /** Null for a window that is only used for printing. */
  readonly front: Front | null;
  #visible = false;

  static getAllWindows(): readonly BrowserWindow[] {
    return windows;
  }

  constructor(options: WindowOptions) {
    super();
    const { session: own, javascript } = options.webPreferences;
    const { handler } = own;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
    if (javascript === false) {
      this.front = null;
      return;
    }
    if (handler === undefined) throw new Error("The window's session has no protocol handler.");
    this.front = new Front(handler);
    this.front.on('document', () => {
      this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
      this.emit('ready-to-show');
    });
    this.front.on('port', (handed) => this.#hand(handed));
  }

  async loadURL(url: string): Promise<void> {
    if (this.front === null) {
      this.webContents.page = await (await fetch(url)).text();
      return;
    }
    const origin = await this.front.open();
    tell({ event: 'load', url: url.replace('app://bundle', origin) });
  }
  destroy(): void {
    windows.splice(windows.indexOf(this), 1);
  }
  isVisible(): boolean {
    return this.#visible;
  }
  show(): void {
    this.#visible = true;
    tell({ event: 'show' });
  }
  isMaximized(): boolean {
    return false;
  }
  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1280, height: 860 };
  }

  #hand({ channel, port, frame }: HandedPort): void {
    const senderFrame = { ...frame, detached: false };
    ipcMain.emit(channel, { sender: this.webContents, senderFrame, ports: [port] });
  }
}

class UtilityProcessDouble extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(script: string, args: readonly string[], serviceName: string) {
    super();
    this.#child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.once('spawn', () => {
      tell({ event: 'utilityProcess', serviceName, running: true });
    });
    this.#child.once('exit', (code) => {
      tell({ event: 'utilityProcess', serviceName, running: false });
      this.emit('exit', code ?? 1);
    });
  }
  get stdout(): ChildProcess['stdout'] {
    return this.#child.stdout;
  }
  get stderr(): ChildProcess['stderr'] {
    return this.#child.stderr;
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

/** Does nothing, like a system without notifications: the screens show the same notices. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return false;
  }
}

export const app = new AppDouble();
export const ipcMain = new EventEmitter();
export const Menu = { setApplicationMenu(): void {}, buildFromTemplate: (): object => ({}) };
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
export const protocol = { registerSchemesAsPrivileged(): void {} };
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
export const session = { fromPartition: (): SessionDouble => new SessionDouble() };
export const utilityProcess = {
  fork: (
    script: string,
    args: readonly string[],
    { serviceName }: { readonly serviceName: string },
  ): UtilityProcessDouble => new UtilityProcessDouble(script, args, serviceName),
};
export const net = {
  isOnline: (): boolean =>
    Object.values(networkInterfaces()).some((each) => each?.some(({ internal }) => !internal)),
};
/** A person who saves everything in one folder, or who presses Cancel if no folder is given. */
export const dialog = {
  showSaveDialog: (
    _window: BrowserWindow,
    { defaultPath }: { readonly defaultPath: string },
  ): Promise<{ readonly canceled: boolean; readonly filePath: string }> => {
    const folder = process.env['EVERGRANT_DOUBLE_SAVES_IN'];
    return Promise.resolve(
      folder === undefined
        ? { canceled: true, filePath: '' }
        : { canceled: false, filePath: join(folder, basename(defaultPath)) },
    );
  },
};
export const shell = {
  openExternal: (url: string): Promise<void> => {
    tell({ event: 'openExternal', url });
    return Promise.resolve();
  },
};

// The test that started this process is done or was ended.
process.stdin.once('end', () => app.quit()).resume();

// electron-store uses the default import.
// oxlint-disable-next-line import/no-default-export
export default { app, ipcMain, shell };
