import type { Browser } from 'playwright';
import { newAdministrator } from '../../test/e2e/support/administrator.ts';
import { acceptTakesEffectAtOnce } from '../../test/e2e/support/consent.ts';
import { startOffice } from '../../test/e2e/support/office.ts';
import { technicianAt } from '../../test/e2e/support/technician.ts';
import { startPracticeCloud } from '../../test/support/practice-cloud.ts';
import type { Scene, Studio } from './scene.ts';

/** The time limit for reaching a state, milliseconds. */
const patience = 60_000;

/** Starts a scene's practice cloud and host, and opens its window. */
export async function openStudio(
  browser: Browser,
  scene: Scene,
): Promise<Studio & { close(): Promise<void> }> {
  const cloud = await startPracticeCloud({
    args: scene.cloudArgs ?? ['--groups', '400', '--memberships', '4000'],
  });
  await acceptTakesEffectAtOnce(cloud);
  const office = await startOffice(cloud, {
    customers: scene.customers ?? [],
    hostOptions: scene.hostOptions ?? {},
  });
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const others = await browser.newContext();
  let ahead = 0;
  const technician = technicianAt(page, patience);
  const enter = async (): Promise<void> => {
    await office.open(technician);
    await page.waitForURL(({ pathname }) => pathname === '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  await enter();
  return {
    cloud,
    office,
    technician,
    page,
    administrator: () => newAdministrator(others),
    async open(address) {
      await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async startAgain() {
      await page.goto('about:blank');
      await office.host.stop();
      await office.startAgain();
      await enter();
    },
    async timePasses(ms) {
      ahead += ms;
      await office.host.jump(ms);
      await page.clock.setFixedTime(Date.now() + ahead);
    },
    async close() {
      await context.close();
      await others.close();
      await office.end();
      await cloud.dispose();
    },
  };
}
