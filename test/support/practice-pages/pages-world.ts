import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequestLog } from '../../../practice/requests/request-log.ts';
import type { RequestLog } from '../../../practice/requests/request-log.ts';
import { createCustomers } from '../../../practice/customers/create-customers.ts';
import { createAuthorizationCodes } from '../../../practice/entra/authorization-codes.ts';
import type { AuthorizationCodes } from '../../../practice/entra/authorization-codes.ts';
import { FaultStore } from '../../../practice/faults/fault-store.ts';
import type {
  Account,
  AppRegistration,
  DirectoryRole,
  PracticeTenant,
} from '../../../practice/world/types.ts';
import { openWorld } from '../../../practice/world/world-store.ts';
import type { WorldStore } from '../../../practice/world/world-store.ts';
import { createPeoplePages } from '../../../practice/portal/people-pages.ts';
import { createTestBrowser } from './page-browser.ts';
import type { TestBrowser } from './page-browser.ts';

/** The sign-in and consent pages of a small world, without a network. */
export interface PagesWorld {
  readonly store: WorldStore;
  readonly codes: AuthorizationCodes;
  readonly faults: FaultStore;
  readonly log: RequestLog;
  readonly connector: AppRegistration;
  readonly browser: TestBrowser;
  newBrowser(): TestBrowser;
  tenant(key: string): PracticeTenant;
  account(key: string, role: DirectoryRole): Account;
  /** A partner account with this role in every customer. */
  technician(role: DirectoryRole): Account;
  remove(): void;
}

export const graphBaseUrl = 'https://127.0.0.1:5001';

/** Opens a world in a new folder; `remove` deletes the folder. */
export function openPagesWorld(): PagesWorld {
  const folder = mkdtempSync(join(tmpdir(), 'evergrant-pages-'));
  const now = (): number => 1_800_000_000_000;
  const store = openWorld({
    folder,
    systemNow: now,
    largeGroups: 20,
    makeCustomers: createCustomers,
    furnish: () => undefined,
  });
  const codes = createAuthorizationCodes(now);
  const log = createRequestLog();
  const faults = new FaultStore();
  const app = createPeoplePages({
    store,
    codes,
    faults,
    log,
    authorityBaseUrl: () => graphBaseUrl,
  });
  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`The world has no ${what}.`);
    return value;
  };
  const tenant = (key: string): PracticeTenant =>
    found(
      [...store.world.tenants.values()].find((one) => one.key === key),
      `tenant ${key}`,
    );
  return {
    store,
    codes,
    faults,
    log,
    connector: found(store.world.registrations[0], 'connector'),
    browser: createTestBrowser(app),
    newBrowser: () => createTestBrowser(app),
    tenant,
    account: (key, role) =>
      found(
        tenant(key).accounts.find((one) => one.role === role),
        `${role} at ${key}`,
      ),
    technician: (role) =>
      found(
        tenant('partner').accounts.find((one) => one.partnerAccess?.[0]?.role === role),
        `technician with ${role}`,
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
