import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** A technician at Evergrant's screens: what they do and what they see, by the names on the page. */
export interface Technician {
  readonly page: Page;
  /** The status lamp with its text. */
  readonly connection: Locator;
  /** The “What’s happening now” panel, shown while a consent is open. */
  readonly happening: Locator;
  /** Why the lamp is not green. */
  readonly why: Locator;
  go(
    screen:
      | 'Customers'
      | 'Groups'
      | 'People'
      | 'Policies'
      | 'Activity'
      | 'Sign-ins'
      | 'Backup and move',
  ): Promise<void>;
  openCustomer(name: string): Promise<void>;
  addCustomer(domainOrId: string): Promise<void>;
  /** Presses Grant permissions and opens the page in the browser. */
  grant(): Promise<void>;
  test(): Promise<void>;
  permission(name: string): Locator;
  seesStatus(status: string, options?: { readonly stale?: boolean }): Promise<void>;
  /** Green, solid, fresh: all three permissions verified. */
  seesGreen(): Promise<void>;
  /** Any status except solid green, with a reason on the page. */
  seesNoGreenButAReason(): Promise<void>;
}

/** `patience`: how long to wait for what the technician expects to see, in milliseconds. */
export function technicianAt(page: Page, patience = 60_000): Technician {
  const expectPatiently = expect.configure({ timeout: patience });
  const connection = page.getByRole('region', { name: 'Connection', exact: true });
  const status = page.locator('[data-status]').first();
  const why = page.getByRole('group', { name: 'Why' });
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
  };
  return {
    page,
    connection,
    happening: page.getByRole('region', { name: 'What’s happening now' }),
    why,
    async go(screen) {
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: screen })
        .click();
    },
    async openCustomer(name) {
      await this.go('Customers');
      await page.getByRole('table', { name: 'Customers' }).getByText(name).first().click();
      await expectPatiently(connection).toBeVisible();
    },
    async addCustomer(domainOrId) {
      await this.go('Customers');
      await press('Add customer');
      const dialog = page.getByRole('dialog', { name: 'Add customer' });
      await dialog.getByLabel('Domain or tenant ID').fill(domainOrId);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expectPatiently(dialog).toBeHidden();
      await expectPatiently(connection).toBeVisible();
    },
    async grant() {
      await press('Grant permissions');
      await page.getByRole('button', { name: 'Open in my browser' }).click();
      await expectPatiently(this.happening).toBeVisible();
    },
    async test() {
      await press('Test permissions');
    },
    permission: (name) => page.locator(`[data-permission="${name}"]`),
    async seesStatus(wanted, options = {}) {
      await expectPatiently(status).toHaveAttribute('data-status', wanted);
      if (options.stale !== undefined) {
        await expectPatiently(status).toHaveAttribute('data-stale', String(options.stale));
      }
    },
    async seesGreen() {
      await this.seesStatus('granted', { stale: false });
      await expectPatiently(page.locator('[data-permission][data-verdict="proven"]')).toHaveCount(
        3,
      );
    },
    async seesNoGreenButAReason() {
      await expectPatiently(
        page.locator('[data-status="granted"][data-stale="false"]'),
      ).toHaveCount(0);
      await expectPatiently(why).toBeVisible();
      await expectPatiently(why).not.toBeEmpty();
    },
  };
}
