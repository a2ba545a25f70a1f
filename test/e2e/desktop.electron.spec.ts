/** What only the real Electron can show: origin, isolation, sandbox, blocked navigation. */
import path from 'node:path';
import { _electron, expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { desktopStory } from './support/desktop-story.ts';
import { mainJob } from './support/main-job.ts';
import { practiceVisit } from './support/practice-visit.ts';

const root = path.resolve(import.meta.dirname, '../..');

const test = desktopStory.extend<{ readonly app: ElectronApplication; readonly window: Page }>({
  app: async ({ data }, provide) => {
    const app = await _electron.launch({ cwd: root, args: ['.', ...data.args] });
    await provide(app);
    await app.close();
  },
  window: async ({ app }, provide) => {
    const window = await app.firstWindow();
    await expect(window.getByRole('main')).toBeVisible();
    await provide(window);
  },
});

test('shows the first screen on an origin of its own', async ({ window }) => {
  expect(await window.evaluate(() => location.origin)).toBe('app://bundle');
});

test('keeps Node and Electron out of the page', async ({ window }) => {
  const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer'];
  expect(
    await window.evaluate(
      (all) => all.filter((name) => typeof Reflect.get(globalThis, name) !== 'undefined'),
      names,
    ),
  ).toEqual([]);
});

test('keeps the page in the sandbox', async ({ app, window }) => {
  test.skip(process.platform === 'linux', 'Playwright starts Electron without it on Linux');
  await expect(window.getByRole('main')).toBeVisible();
  const metrics = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics());
  const pages = metrics.filter(({ type }) => type === 'Tab');
  expect(pages.map(({ sandboxed }) => sandboxed)).toEqual([true]);
});

test('answers on the port also when the page has bent its own objects', async ({ window }) => {
  await window.evaluate(() => {
    JSON.parse = () => {
      throw new Error('bent');
    };
  });
  await window.reload();
  await expect(window.getByRole('main')).toBeVisible();
});

const waysOut: readonly (readonly [way: string, leave: (address: string) => void])[] = [
  [
    'a link',
    (address) => {
      const link = Object.assign(document.createElement('a'), { href: address });
      document.body.append(link);
      link.click();
    },
  ],
  [
    'a link to a new window',
    (address) => {
      const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' });
      document.body.append(link);
      link.click();
    },
  ],
  ['an assigned address', (address) => location.assign(address)],
  [
    'a form',
    (address) => {
      const form = Object.assign(document.createElement('form'), { action: address });
      document.body.append(form);
      form.submit();
    },
  ],
];

const addresses = [
  'https://evil.example/',
  'https://evil.example/?next=app://bundle/',
  'file:///etc/passwd',
] as const;

for (const [way, leave] of waysOut) {
  for (const address of addresses) {
    test(`stays where it is: ${way} to ${address}`, async ({ app, window }) => {
      const before = window.url();
      await window.evaluate(leave, address);
      // A round trip through main: an allowed navigation would have started by now.
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
        1,
      );
      expect(window.url()).toBe(before);
      await expect(window.getByRole('main')).toBeVisible();
    });
  }
}

test('opens no second window', async ({ app, window }) => {
  expect(await window.evaluate(() => globalThis.open('https://evil.example/') === null)).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('reaches no other origin and no file', async ({ window }) => {
  const reached = await window.evaluate(async () =>
    Promise.all(
      ['https://evil.example/', 'file:///etc/passwd', 'app://other/'].map((address) =>
        fetch(address).then(
          () => address,
          () => null,
        ),
      ),
    ),
  );
  expect(reached).toEqual([null, null, null]);
});

test('is refused what it may not ask of the browser', async ({ window }) => {
  const state = await window.evaluate(async () => {
    const { state: granted } = await navigator.permissions.query({ name: 'geolocation' });
    return { granted, notifications: await Notification.requestPermission() };
  });
  expect(state).toEqual({ granted: 'denied', notifications: 'denied' });
});

test('does the main job, from the first screen to a search without network', async ({
  app,
  window,
  cloud,
  administrator,
}) => {
  // The person's own browser would open outside of Playwright's view, so `shell` records the address instead.
  // Main uses the same object, so that everything before that call is product code.
  await app.evaluate(({ shell }) => {
    const links: string[] = [];
    Reflect.set(globalThis, 'openedLinks', links);
    shell.openExternal = (address) => {
      links.push(address);
      return Promise.resolve();
    };
  });
  const openedLinks = (): Promise<string[]> =>
    app.evaluate(() => Reflect.get(globalThis, 'openedLinks') as string[]);
  await mainJob({
    page: window,
    administrator,
    cloud,
    async openedAddress() {
      await expect.poll(openedLinks).toHaveLength(1);
      return (await openedLinks())[0] ?? '';
    },
  });
});

test('goes into Practice from the first screen, and leaves it with nothing running', async ({
  app,
  window,
  cloud,
}) => {
  await practiceVisit({
    page: window,
    from: 'Welcome to Evergrant',
    cloud,
    utilityProcesses: () =>
      app.evaluate(({ app: electronApp }) =>
        electronApp.getAppMetrics().flatMap(({ name }) => name ?? []),
      ),
  });
});
