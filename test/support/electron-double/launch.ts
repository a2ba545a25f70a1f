import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright';
import type { DesktopEvent } from './events.ts';
import { preloadScript } from './preload-script.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const main = path.join(root, 'out/main.js');

/** The built desktop running on a data folder, without Electron. */
export interface RunningDesktop {
  /** The address at which a browser finds the screens. */
  readonly url: string;
  /** Links that were opened in the person's browser, in order. */
  readonly openedLinks: readonly string[];
  /**
   * The oldest link opened in the person's browser that was not returned yet; otherwise waits for the next.
   */
  openedAddress(): Promise<string>;
  /** The names of the running utility processes. */
  readonly utilityProcesses: readonly string[];
  /** Shows the screens in a page that has shown no other desktop. The built preload runs first. */
  show(page: Page): Promise<void>;
  /** Quits as a person would. Resolves with the exit code. */
  quit(): Promise<number | null>;
}

/**
 * Starts the built desktop.
 *
 * @param args options of the desktop: its data folder, `--practice`.
 * @throws Error if nothing is built, or if main ends before it shows its window.
 */
export async function launchDesktop({
  args = [],
  env = {},
}: {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningDesktop> {
  if (!existsSync(main)) throw new Error('The desktop is not built: run npm run build first.');
  const child = spawn(
    process.execPath,
    ['--import', path.join(import.meta.dirname, 'hooks.ts'), main, ...args],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = once(child, 'exit').then(([code]) => code as number | null);

  const openedLinks: string[] = [];
  const opened = new EventEmitter<{ link: [] }>();
  let asked = 0;
  const utilityProcesses: string[] = [];
  const reloaders = new Set<() => void>();
  const loaded = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as DesktopEvent;
    if (told.event === 'load') loaded.resolve(told.url);
    if (told.event === 'openExternal') {
      openedLinks.push(told.url);
      opened.emit('link');
    }
    if (told.event === 'utilityProcess') {
      if (told.running) utilityProcesses.push(told.serviceName);
      else utilityProcesses.splice(utilityProcesses.indexOf(told.serviceName), 1);
    }
    if (told.event === 'reload') for (const reload of reloaders) reload();
  });
  void ended.then((code) =>
    loaded.reject(new Error(`The desktop ended with ${code} before it showed.\n${complaint}`)),
  );
  const url = await loaded.promise;

  return {
    url,
    openedLinks,
    utilityProcesses,
    async openedAddress() {
      const index = asked++;
      for (;;) {
        const link = openedLinks[index];
        if (link !== undefined) return link;
        await Promise.race([
          once(opened, 'link'),
          ended.then((code) => {
            throw new Error(
              `The desktop ended with ${code} before it opened a link.\n${complaint}`,
            );
          }),
        ]);
      }
    },
    async show(page) {
      await page.addInitScript(await preloadScript(path.join(root, 'out/preload.cjs')));
      const reload = (): void => void page.reload().catch(() => undefined);
      reloaders.add(reload);
      page.once('close', () => reloaders.delete(reload));
      await page.goto(url);
    },
    async quit() {
      child.stdin.end();
      return ended;
    },
  };
}
