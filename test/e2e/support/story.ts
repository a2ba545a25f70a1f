import { test as base } from '@playwright/test';
import { startPracticeCloud } from '../../support/practice-cloud.ts';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import type { StoryHostOptions } from '../../support/story-host/protocol.ts';
import { newAdministrator } from './administrator.ts';
import type { Administrator } from './administrator.ts';
import { startOffice } from './office.ts';
import type { Office } from './office.ts';
import { technicianAt } from './technician.ts';
import type { Technician } from './technician.ts';

interface Story {
  /** Customers that exist when the test starts, by their keys in the practice cloud. */
  readonly customers: readonly string[];
  /** Options of the test's host in addition to the defaults. */
  readonly hostOptions: Partial<StoryHostOptions>;
  /** Options of the practice cloud's process. */
  readonly cloudArgs: readonly string[];
  readonly cloud: PracticeCloud;
  readonly office: Office;
  readonly technician: Technician;
  readonly administrator: Administrator;
}

/**
 * An end-to-end test: a practice cloud, a host with the practice connector set up, a technician and an
 * administrator.
 */
export const test = base.extend<Story>({
  customers: [[], { option: true }],
  hostOptions: [{}, { option: true }],
  cloudArgs: [['--groups', '400', '--memberships', '4000'], { option: true }],
  cloud: async ({ cloudArgs }, provide) => {
    const cloud = await startPracticeCloud({ args: cloudArgs });
    // Microsoft takes minutes; in tests that are not about waiting, a second passes.
    await cloud.control('POST', '/settings', {
      effect: { principal: 200, token: 500, graph: 1_000, index: 1_000 },
    });
    await provide(cloud);
    await cloud.dispose();
  },
  office: async ({ cloud, customers, hostOptions }, provide) => {
    const office = await startOffice(cloud, { customers, hostOptions });
    await provide(office);
    await office.end();
  },
  technician: async ({ page, office }, provide) => {
    const technician = technicianAt(page);
    await office.open(technician);
    await provide(technician);
  },
  administrator: async ({ browser }, provide) => {
    const context = await browser.newContext();
    await provide(await newAdministrator(context));
    await context.close();
  },
});

/** The Global Administrator of a customer. */
export function globalAdministratorOf(cloud: PracticeCloud, key: string): string {
  return accountOf(cloud, key, 'globalAdministrator');
}

/** An account of a customer, by its directory role. */
export function accountOf(cloud: PracticeCloud, key: string, role: string): string {
  const found = cloud.customer(key).accounts.find((account) => account.role === role);
  if (!found) throw new Error(`The customer '${key}' has no account with the role ${role}.`);
  return found.userPrincipalName;
}
