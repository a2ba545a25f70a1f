import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { globalAdministratorOf, test } from './support/story.ts';
import { changesOf } from './support/tenant-changes.ts';

test.use({ customers: ['domainRefused'] });

const second = 1_000;

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['EVERGRANT_SHOTS'];
  if (folder === undefined) return;
  for (const [width, height, colorScheme] of [
    [1280, 800, 'light'],
    [1024, 700, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
}

test('the old enterprise application comes back, then Microsoft says AADSTS650051 twice: each time the page says what to do', async ({
  cloud,
  page,
  office,
  technician,
  administrator,
}) => {
  test.slow();
  await acceptTakesEffectAtOnce(cloud);
  const { primaryDomain, tenantId } = cloud.customer('domainRefused');
  const account = globalAdministratorOf(cloud, 'domainRefused');
  const tenant = changesOf(cloud, 'domainRefused');
  const now = page.getByRole('region', { name: 'Now' });
  const stands = (step: string) => expect(now.getByRole('heading')).toHaveText(step);
  const gone = async (): Promise<void> => {
    await tenant.change('deletePrincipal');
    await expect(now).toContainText('refused one token request');
    await office.host.jump(11 * second);
    await stands('Wait');
    await office.host.jump(31 * second);
  };
  const nextAcceptIsRefused = () =>
    cloud.control('POST', '/faults', {
      faults: [
        {
          type: 'aadsts',
          endpoint: 'adminconsent',
          moment: 'accept',
          place: 'redirect',
          code: 650051,
        },
      ],
    });
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await page.goto(`${new URL(page.url()).origin}/#/customers/${tenantId}/reset`);
  await page.getByLabel('Your name, for the record').fill('Sanne Visser');
  await page.getByRole('button', { name: 'Start the reset' }).click();
  await stands('Delete the enterprise application');
  await gone();
  await stands('Grant again');

  await tenant.change('restorePrincipal');
  await stands('Delete the enterprise application');
  await expect(now).toContainText('The enterprise application is back');
  await expect(now).toContainText('Delete it again. If it reappears');
  await expect(now).toContainText('Evergrant continues automatically.');
  await expect(page.getByRole('region', { name: 'Steps' })).toContainText('Gone at');
  await expectAccessible(page);
  await picture(page, 'race-came-back');
  await gone();
  await stands('Grant again');
  await expect(now).not.toContainText('The enterprise application is back');

  await nextAcceptIsRefused();
  await now.getByRole('button', { name: 'Open Microsoft’s page' }).click();
  await administrator.signIn(await office.host.openedAddress(), account);
  await administrator.accept();
  await expect(now).toContainText('the application isn’t there yet');
  await expect(now).toContainText('Wait 30 to 60 seconds and try again');
  await expectAccessible(page);
  await picture(page, 'race-not-there-yet');

  await now.getByRole('button', { name: 'Open Microsoft’s page' }).click();
  const again = await office.host.openedAddress();
  const elsewhere = new URL(again);
  elsewhere.pathname = `/${tenantId}/adminconsent`;
  elsewhere.search = `client_id=${new URL(again).searchParams.get('client_id') ?? ''}`;
  // Every service has noticed the deletion; the new principal takes a minute to be known.
  await tenant.timePasses(120 * second);
  await tenant.takeEffectAfter({ token: 60 * second, graph: 60 * second });
  await administrator.page.goto(elsewhere.href);
  await administrator.page.getByRole('button', { name: account }).click();
  await administrator.accept();
  await nextAcceptIsRefused();
  await administrator.page.goto(again);
  await administrator.page.getByRole('button', { name: account }).click();
  await administrator.accept();
  await expect(now).toContainText('the application isn’t there yet');
  // The principal is known, but its permissions are not yet.
  await cloud.control('POST', '/settings', { effect: { principal: 0 } });
  await stands('Test');
  await expect(now).toContainText('the application is already there');
  await expect(now).toContainText('Evergrant is testing it now; you don’t have to grant again.');
  await picture(page, 'race-already-there');
  await tenant.timePasses(60 * second);
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('granted again');
});
