/**
 * The built desktop without Electron: its main under Node, its screens in Chromium through its own protocol
 * handler. test/support/electron-double/README.md lists what this cannot show.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { connectOwnRegistration } from '../../scripts/tour/connect.ts';
import { launchDesktop } from '../support/electron-double/launch.ts';
import type { RunningDesktop } from '../support/electron-double/launch.ts';
import { rowsIn } from '../support/exported.ts';
import { desktopStory } from './support/desktop-story.ts';
import { recordOf } from './support/directory-record.ts';
import { mainJob } from './support/main-job.ts';
import { practiceVisit } from './support/practice-visit.ts';
import { syncCustomer } from './support/sync.ts';
import { technicianAt } from './support/technician.ts';

const test = desktopStory.extend<{ readonly desktop: RunningDesktop }>({
  desktop: async ({ data }, provide) => {
    const desktop = await launchDesktop({ args: data.args });
    await provide(desktop);
    await desktop.quit();
  },
});

test('shows the first screen, from its own protocol and nowhere else', async ({
  page,
  desktop,
}) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(desktop.url)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await desktop.show(page);
  await expect(page.getByRole('main')).toBeVisible();
  expect({ foreign, refused }).toEqual({ foreign: [], refused: [] });
});

test('has no Node in the page, and nothing of ours but the port', async ({ page, desktop }) => {
  await desktop.show(page);
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].map((name) => [
        name,
        typeof Reflect.get(globalThis, name),
      ]),
    ),
  ).toEqual([
    ['require', 'undefined'],
    ['process', 'undefined'],
    ['module', 'undefined'],
    ['Buffer', 'undefined'],
    ['ipcRenderer', 'undefined'],
  ]);
});

test('refuses a script that came from elsewhere', async ({ page, desktop }) => {
  await desktop.show(page);
  await expect(page.getByRole('main')).toBeVisible();
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'violations', seen);
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(event.effectiveDirective);
    });
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.injected = true';
    document.body.append(inline);
    const image = document.createElement('img');
    image.src = 'https://evil.example/pixel.png';
    document.body.append(image);
    void fetch('https://evil.example/').catch(() => undefined);
  });
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'violations').toSorted()))
    .toEqual(['connect-src', 'img-src', 'script-src-elem']);
  expect(await page.evaluate(() => Reflect.has(globalThis, 'injected'))).toBe(false);
});

test('serves a second load anew, and closes a second port of the same load', async ({
  page,
  desktop,
}) => {
  await desktop.show(page);
  await expect(page.getByRole('main')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main')).toBeVisible();
  const second = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const socket = new WebSocket(`ws://${location.host}/.double/port`);
        socket.addEventListener('open', () => {
          socket.send(JSON.stringify({ channel: 'evergrant:port', path: '/', isMainFrame: true }));
        });
        socket.addEventListener('close', () => resolve('closed'));
        port1.close();
        port2.close();
      }),
  );
  expect(second).toBe('closed');
});

test('keeps where its window stood, and quits in order', async ({ page, desktop, data }) => {
  await desktop.show(page);
  await expect(page.getByRole('main')).toBeVisible();
  expect(await desktop.quit()).toBe(0);
  const kept: unknown = JSON.parse(
    await readFile(path.join(data.dataDir, 'window', 'window.json'), 'utf8'),
  );
  expect(kept).toMatchObject({ window: { width: 1280, height: 860, maximized: false } });
});

test('does the main job, from the first screen to a search without network', async ({
  page,
  desktop,
  cloud,
  administrator,
}) => {
  await desktop.show(page);
  await mainJob({ page, administrator, cloud, openedAddress: () => desktop.openedAddress() });
  expect(desktop.openedLinks).toHaveLength(1);
});

test('goes into Practice from the first screen, and leaves it with nothing running', async ({
  page,
  desktop,
  cloud,
}) => {
  await desktop.show(page);
  await practiceVisit({
    page,
    from: 'Welcome to Evergrant',
    cloud,
    utilityProcesses: () => Promise.resolve([...desktop.utilityProcesses]),
  });
});

test('quits out of Practice with nothing left running', async ({ page, data }) => {
  const desktop = await launchDesktop({ args: [...data.args, '--practice'] });
  await desktop.show(page);
  await expect(page.getByRole('region', { name: 'PRACTICE', exact: true })).toBeVisible();
  expect(desktop.utilityProcesses).toHaveLength(1);
  expect(await desktop.quit()).toBe(0);
  await expect.poll(() => desktop.utilityProcesses).toEqual([]);
});

test('is protected by a passphrase where there is no keyring, and Practice is open without', async ({
  page,
  data,
  cloud,
}) => {
  test.skip(process.platform !== 'linux', 'only on Linux can a story be without the keyring');
  const start = (): Promise<RunningDesktop> =>
    launchDesktop({
      args: ['--data-dir', data.dataDir],
      env: {
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
        EVERGRANT_KEY_FILE: '',
        EVERGRANT_PASSPHRASE_FILE: '',
      },
    });
  const passphrase = 'grey heron over still water';
  const welcome = (shown: Page): Locator =>
    shown.getByRole('heading', { name: 'Welcome to Evergrant' });

  const first = await start();
  await first.show(page);
  await practiceVisit({
    page,
    from: 'Choose a passphrase',
    cloud,
    utilityProcesses: () => Promise.resolve([...first.utilityProcesses]),
  });
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('Enter it again').fill(passphrase);
  await page.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(welcome(page)).toBeVisible();
  expect(await first.quit()).toBe(0);

  const second = await start();
  const window = await page.context().newPage();
  await second.show(window);
  await window.getByLabel('Passphrase').fill('blue heron over still water');
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(window.getByText('That passphrase doesn’t open the data.')).toBeVisible();
  await window.getByLabel('Passphrase').fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(welcome(window)).toBeVisible();
  expect(await second.quit()).toBe(0);
});

test('asks where an export goes: Cancel leaves nothing, Save a whole file under the name it suggests', async ({
  page,
  data,
  cloud,
}) => {
  const saved = path.join(data.dataDir, 'saved');
  await mkdir(saved);
  const first = await launchDesktop({ args: data.args });
  await first.show(page);
  await connectOwnRegistration(page, cloud.manifest);
  const technician = technicianAt(page);
  await technician.addCustomer(cloud.customer('odd').primaryDomain);
  await syncCustomer(technician, cloud.customer('odd').primaryDomain);
  await exportAllGroups(page);
  await expect(page.locator('[data-export="cancelled"]')).toBeVisible();
  expect(await first.quit()).toBe(0);

  const second = await launchDesktop({
    args: data.args,
    env: { EVERGRANT_DOUBLE_SAVES_IN: saved },
  });
  const window = await page.context().newPage();
  await second.show(window);
  await technicianAt(window).openCustomer(cloud.customer('odd').primaryDomain);
  await window.getByRole('link', { name: 'Groups of this customer' }).click();
  await exportAllGroups(window);
  await expect(window.locator('[data-export="finished"]')).toBeVisible();
  const [name = '', ...others] = await readdir(saved);
  expect([name, others]).toEqual([
    expect.stringMatching(/^quillfeather\.example-groups-\d{8}T\d{6}Z\.csv$/),
    [],
  ]);
  await expect(window.locator('[data-export]')).toContainText(name);
  const record = await recordOf(cloud, 'odd');
  const rows = await rowsIn(path.join(saved, name));
  expect(rows.map((row) => String(row['groupId'])).toSorted()).toEqual(
    [...record.memberships.keys()].toSorted(),
  );
  expect(await second.quit()).toBe(0);
});

async function exportAllGroups(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: /^All groups of/ }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
}
