import { expect } from '@playwright/test';
import { oneLook, timePassesUntil } from '../../../test/e2e/support/passing-time.ts';
import { accountOf } from '../../../test/e2e/support/story.ts';
import { press, shows } from '../moves.ts';
import type { Scene, Studio } from '../scene.ts';

const customer = '/customers/{neverGranted}';
const minute = 60_000;

const globalAdministrator = ({ cloud }: Studio, key = 'neverGranted'): string =>
  accountOf(cloud, key, 'globalAdministrator');

const consents: Scene = {
  title: 'A consent, from the question to the answer',
  customers: ['neverGranted', 'healthy'],
  states: [
    { name: 'connection-grant', address: customer, prepare: press('Grant permissions') },
    { name: 'connection-ask', address: customer, prepare: press('Ask their administrator…') },
    {
      name: 'connection-waiting',
      address: customer,
      async prepare({ page, technician, office }) {
        await technician.grant();
        await technician.seesStatus('consenting');
        await office.host.openedAddress();
        await page.getByRole('button', { name: 'Stuck on a Microsoft page?' }).click();
        await page.getByLabel('Number or words on the page').fill('AADSTS90094');
      },
    },
    {
      name: 'connection-late',
      address: customer,
      async prepare({ page, timePasses }) {
        await page.getByRole('button', { name: 'Stop waiting' }).click();
        await shows(page, 'You stopped waiting');
        await timePasses(3 * minute);
        await page
          .getByText('Evergrant is still checking for a late Accept')
          .scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'connection-wrong-tenant',
      address: customer,
      async prepare(studio) {
        const { technician, office, page } = studio;
        await technician.grant();
        const link = new URL(await office.host.openedAddress());
        const { tenantId } = studio.cloud.customer('neverGranted');
        const other = studio.cloud.customer('healthy').tenantId;
        const visitor = await studio.administrator();
        await visitor.signIn(
          link.href.replace(tenantId, other),
          globalAdministrator(studio, 'healthy'),
        );
        await visitor.accept();
        await shows(page, /another tenant/i);
      },
    },
    {
      name: 'connection-asked',
      address: customer,
      async prepare({ page }) {
        await page.getByRole('button', { name: 'Ask their administrator…' }).click();
        await page.getByRole('button', { name: 'I sent it: check in the background' }).click();
        const card = page.getByRole('region', { name: 'You asked the administrator' });
        await card.scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'customers-told',
      address: customer,
      async prepare(studio) {
        const { page, technician, office } = studio;
        await page.getByRole('button', { name: 'Show the message again' }).click();
        const message = await page.getByRole('textbox', { name: 'Message' }).inputValue();
        await page.keyboard.press('Escape');
        await technician.go('Customers');
        const visitor = await studio.administrator();
        await visitor.signIn(/https?:\S+/.exec(message)?.[0] ?? '', globalAdministrator(studio));
        await visitor.accept();
        const notice = page.getByRole('status', { name: 'Notices' });
        await timePassesUntil(office.host, minute, () =>
          expect(notice).toContainText('is connected', { timeout: oneLook }),
        );
      },
    },
  ],
};

const applying: Scene = {
  title: 'Microsoft takes its time',
  customers: ['neverGranted'],
  states: [
    {
      name: 'connection-applying',
      address: customer,
      async prepare(studio) {
        const { cloud, technician, office } = studio;
        await cloud.control('POST', '/settings', {
          effect: { principal: 0, token: 10 * minute, graph: 20 * minute, index: 20 * minute },
        });
        await technician.grant();
        const visitor = await studio.administrator();
        await visitor.signIn(await office.host.openedAddress(), globalAdministrator(studio));
        await visitor.accept();
        await technician.seesStatus('propagating');
        await studio.timePasses(2 * minute);
        await technician.why.getByText(/Still missing/).waitFor();
      },
    },
  ],
};

const signIns: Scene = {
  title: 'Signed-in accounts',
  customers: ['healthy', 'odd'],
  states: [
    {
      name: 'sign-ins',
      address: '/customers/{healthy}',
      async prepare(studio) {
        const { page, cloud, office, technician } = studio;
        const sanne =
          cloud
            .customer('partner')
            .accounts.find(({ userPrincipalName }) => userPrincipalName.startsWith('sanne.visser@'))
            ?.userPrincipalName ?? '';
        await cloud.control('POST', '/tenants/odd', { type: 'setSignInRule', rule: 'mfa' });
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        const visitor = await studio.administrator();
        await visitor.signIn(await office.host.openedAddress(), sanne);
        await visitor.page.getByText('You’re signed in').waitFor();
        await technician.openCustomer(cloud.customer('odd').primaryDomain);
        await technician.test();
        await technician.seesGreen();
        await technician.go('Sign-ins');
        await page.locator('[data-demand]').waitFor();
      },
    },
    {
      name: 'sign-ins-sign-out',
      address: '/accounts',
      prepare: ({ page }) =>
        page
          .getByRole('button', { name: /^Sign out / })
          .first()
          .click(),
    },
  ],
};

/** Consents and sign-ins: the pages in other people's browsers. */
export const consentScenes: readonly Scene[] = [consents, applying, signIns];
