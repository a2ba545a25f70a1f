import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A person on Microsoft's pages, in a separate browser. */
export interface Administrator {
  readonly page: Page;
  /** Opens an address and signs in as the account with this user principal name. */
  signIn(address: string, userPrincipalName: string): Promise<void>;
  accept(): Promise<void>;
  cancel(): Promise<void>;
  /** Types an account that the picker does not list. */
  useAnotherAccount(address: string, userPrincipalName: string): Promise<void>;
}

export async function newAdministrator(context: BrowserContext): Promise<Administrator> {
  const page = await context.newPage();
  return {
    page,
    async signIn(address, userPrincipalName) {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
      await page.getByRole('button', { name: userPrincipalName }).click();
    },
    async useAnotherAccount(address, userPrincipalName) {
      await page.goto(address);
      await page.getByText('Use another account').click();
      await page.getByLabel('Email address').fill(userPrincipalName);
      await page.getByRole('button', { name: 'Next' }).click();
    },
    async accept() {
      await expect(page.getByRole('heading', { name: 'Permissions requested' })).toBeVisible();
      await page.getByRole('button', { name: 'Accept' }).click();
    },
    async cancel() {
      await page.getByRole('button', { name: 'Cancel' }).click();
    },
  };
}
