import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Decisions } from './decisions.ts';

/** What to register, as Evergrant's page shows it. */
export interface ByHand {
  readonly name: string;
  readonly certificateFile: string;
}

/**
 * Registers an application on the portal's pages, starting at "Register an application", with the clicks
 * that Evergrant lists. Returns the client ID from the Overview page.
 */
export async function registerByHand(
  page: Page,
  decisions: Decisions,
  wanted: ByHand,
): Promise<string> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const manage = async (name: string): Promise<void> => {
    await decisions.press(
      page.getByRole('navigation', { name: 'Manage' }).getByRole('link', { name }),
    );
  };
  await decisions.fill(page.getByLabel('Name', { exact: true }), wanted.name);
  await decisions.press(page.getByLabel('Accounts in any organizational directory'));
  await decisions.press(button('Register'));

  await manage('Authentication');
  await decisions.choose(page.getByLabel('Platform'), 'Mobile and desktop applications');
  await decisions.fill(page.getByLabel('Redirect URI'), 'http://localhost');
  await decisions.press(button('Add redirect URI'));

  await manage('Certificates & secrets');
  await decisions.chooseFile(page.getByLabel(/^File/), wanted.certificateFile);
  await decisions.press(button('Upload certificate'));
  await expect(page.getByRole('heading', { name: 'Certificates (1)' })).toBeVisible();

  await manage('API permissions');
  for (const permission of ['delegated GroupMember.Read.All', 'application Directory.Read.All']) {
    await decisions.choose(page.getByLabel('Microsoft Graph permission'), permission);
    await decisions.press(button('Add permission'));
  }

  await manage('Overview');
  const clientId = page.locator('dt', { hasText: 'Application (client) ID' }).locator('+ dd');
  return (await clientId.innerText()).trim();
}
