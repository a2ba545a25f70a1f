import { expect, test } from 'vitest';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import { simulatedLinks } from '../../../../test/support/simulated-links.ts';
import type { InstalledBrowser } from '../../kernel/ports.ts';
import { createSettings } from '../../kernel/settings/settings.ts';
import { createConsentWays } from './consent-ways.ts';

const edge: InstalledBrowser = { id: 'edge', name: 'Microsoft Edge' };
const link = 'https://login.example/consent';
const privately = { way: 'privateWindow', browser: 'edge' } as const;

function ways(installed: readonly InstalledBrowser[], opened: unknown[] = []) {
  const { ledger, log } = createRooms();
  const settings = createSettings(ledger.settings);
  const links = simulatedLinks((...call) => void opened.push(call), installed);
  return { settings, log, of: (now = links) => createConsentWays({ links: now, settings, log }) };
}

test('the first time, my browser is offered, and the private windows of this computer', async () => {
  expect(await ways([edge]).of().offer()).toEqual({
    browsers: [edge],
    last: { way: 'myBrowser', browser: null },
  });
});

test('a private window that was chosen is remembered', async () => {
  const { of } = ways([edge]);
  await of().remember(privately);
  expect((await of().offer()).last).toEqual(privately);
});

test('a browser that has gone since is not offered again', async () => {
  const { of } = ways([edge]);
  await of().remember(privately);
  expect(await of(simulatedLinks(() => undefined)).offer()).toEqual({
    browsers: [],
    last: { way: 'myBrowser', browser: null },
  });
});

test('the link goes to the private window, and only there', async () => {
  const opened: unknown[] = [];
  const { of } = ways([edge], opened);
  expect(await of().open(link, privately)).toBeNull();
  expect(opened).toEqual([[link, 'edge']]);
});

test('a browser that does not start is a problem, not the end of the consent', async () => {
  const broken = simulatedLinks(() => {
    throw new Error('no browser');
  });
  const { of } = ways([]);
  expect(await of(broken).open(link, privately)).toMatchObject({
    code: 'identity.browserNotOpened',
  });
});
