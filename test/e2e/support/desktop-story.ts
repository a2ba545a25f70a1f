import { desktopTest } from '../../support/desktop-data.ts';
import { startPracticeCloud } from '../../support/practice-cloud.ts';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import { newAdministrator } from './administrator.ts';
import type { Administrator } from './administrator.ts';

interface DesktopStory {
  /** Not the desktop's own Practice: customers of a Microsoft cloud that the technician connects to. */
  readonly cloud: PracticeCloud;
  readonly administrator: Administrator;
}

/** A desktop test that may need a cloud and an administrator; each starts on first use. */
export const desktopStory = desktopTest.extend<DesktopStory>({
  // Playwright reads the required fixtures from the destructuring pattern.
  // oxlint-disable-next-line no-empty-pattern
  cloud: async ({}, provide) => {
    const cloud = await startPracticeCloud({ args: ['--groups', '400', '--memberships', '4000'] });
    await provide(cloud);
    await cloud.dispose();
  },
  administrator: async ({ browser }, provide) => {
    const context = await browser.newContext();
    await provide(await newAdministrator(context));
    await context.close();
  },
});
