import { expect } from '@playwright/test';
import { accountOf, test } from './support/story.ts';

test.use({ customers: ['healthy'] });

test('a certificate is replaced while the connection is green, and stays green throughout', async ({
  cloud,
  technician,
  administrator,
}) => {
  const { page } = technician;
  const { displayName, primaryDomain } = cloud.customer('healthy');
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await technician.seesGreen();

  await page.getByRole('link', { name: 'Connectors' }).click();
  await page.getByRole('link', { name: 'Acme Shield connector' }).click();
  await page.getByRole('button', { name: 'Replace the credential…' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  const swap = page.getByRole('button', { name: 'Test and switch' });
  await swap.click();
  await expect(page.getByRole('alert')).toContainText('the old credential stays in use');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the certificate…' }).click();
  const certificate = await (await download).path();
  const portal = await page
    .getByRole('link', { name: 'Open the page in the portal' })
    .getAttribute('href');
  await administrator.signIn(portal ?? '', accountOf(cloud, 'partner', 'globalAdministrator'));
  await administrator.page.getByLabel('File (.cer, .pem, .crt)').setInputFiles(certificate);
  await administrator.page.getByRole('button', { name: 'Upload certificate' }).click();
  await expect(administrator.page.getByText('Certificates (2)')).toBeVisible();

  await swap.click();
  await expect(page.getByText('The new credential is in use.')).toContainText(displayName);
  await technician.openCustomer(displayName);
  await technician.seesGreen();
  await technician.test();
  await technician.seesGreen();
});
