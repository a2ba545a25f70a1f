import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { test } from './support/story.ts';

test('many customers from a file, all or none; then one of them is forgotten', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const [healthy, odd] = [cloud.customer('healthy'), cloud.customer('odd')];
  const good = [
    'Domain;Alias;Tags',
    `${healthy.primaryDomain};Alder Vets;gold`,
    `${odd.tenantId};Quill;`,
  ];
  const choose = async (button: string, lines: readonly string[]) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const buffer = Buffer.from(lines.join('\r\n'));
    await chooser.setFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer });
  };
  await page.getByRole('button', { name: 'Add many…' }).click();
  await page.getByRole('menuitem', { name: 'From a file (CSV)' }).click();
  await choose('Choose a file…', [...good, 'nobody-has-this.example;Nobody;']);
  await expect(page.locator('[data-outcome="new"]')).toHaveCount(2);
  await expect(page.locator('[data-outcome="refused"]')).toContainText('nobody-has-this.example');
  await expect(page.getByRole('button', { name: 'Add 2 customers' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
  await choose('Choose another file…', good);
  await expect(page.locator('[data-outcome="refused"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add 2 customers' }).click();
  await page.getByRole('button', { name: 'Go to Customers' }).click();

  await page.getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'gold' }).click();
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: 'Customers' });
  await expect(table.getByRole('link', { name: 'Alder Vets' })).toBeVisible();
  await expect(table.getByRole('link', { name: 'Quill' })).toBeHidden();

  await technician.openCustomer('Alder Vets');
  await page.getByRole('button', { name: 'Forget this customer…' }).click();
  await expect(page.getByRole('heading', { name: 'Forget Alder Vets?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Forget Alder Vets' }).click();
  await expect(page.getByText('Alder Vets was forgotten.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to Customers' }).click();
  await expect(table.getByRole('link', { name: 'Quill' })).toBeVisible();
  await expect(table.getByRole('link', { name: 'Alder Vets' })).toBeHidden();
  await technician.go('Activity');
  await expect(page.locator('[data-action="tenantForgotten"]')).toBeVisible();
});

test('what is missing in a form is marked once it was tried, and the cursor is there', async ({
  technician: { page },
}) => {
  await page.getByRole('button', { name: 'Add customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add customer' });
  const field = dialog.getByRole('textbox', { name: 'Domain or tenant ID' });
  const mark = dialog.getByText('Enter a domain or a tenant ID.');
  await dialog.getByRole('textbox', { name: 'Your name for this customer (optional)' }).fill('A');
  await expect(mark).toBeHidden();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(mark).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type('contoso.com');
  await expect(mark).toBeHidden();
});
