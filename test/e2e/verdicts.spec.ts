import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { expectAccessible } from './support/accessible.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { globalAdministratorOf, test } from './support/story.ts';
import { changesOf, directoryReadWriteAll } from './support/tenant-changes.ts';
import type { TenantChanges } from './support/tenant-changes.ts';

const minute = 60_000;
/** `User.Read.All` as an application permission of Microsoft Graph. */
const userReadAll = 'df021288-bdef-4463-88db-98f22de89214';
const threeScopes = ['User.Read', 'GroupMember.Read.All'];

/** What a verdict shows: its heading, the remedy, and the evidence. */
interface Words {
  readonly heading: string;
  readonly cure: string;
  readonly rests: string;
}

const verdictCard = (page: Page) => page.getByRole('region', { name: 'Verdict' });

/**
 * The technician runs the check (again) and reads the verdict; a reset is offered only if it is the remedy.
 */
async function reads(page: Page, { heading, cure, rests }: Words): Promise<void> {
  await page.getByRole('button', { name: 'Check again' }).click();
  const card = verdictCard(page);
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(heading);
  await expect(card).toContainText(cure);
  await expect(card).toContainText(rests);
  const isReset = heading === 'A reset is needed';
  await expect(page.getByRole('button', { name: 'Go to the reset' })).toHaveCount(isReset ? 1 : 0);
  await pictures(page, heading);
}

async function pictures(page: Page, heading: string): Promise<void> {
  const folder = process.env['EVERGRANT_SHOTS'];
  if (folder === undefined) return;
  const name = heading.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  for (const [width, height, colorScheme] of [
    [1280, 800, 'light'],
    [1024, 700, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
}

async function findsTheCause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find the cause' }).click();
  await expect(verdictCard(page)).toBeVisible();
}

/** The object ID of a user of a customer. */
async function somebodyOf(cloud: PracticeCloud, key: string): Promise<string> {
  const [account] = cloud.customer(key).accounts;
  const { id } = z
    .object({ id: z.string() })
    .parse(
      await cloud.control('GET', `/tenants/${key}/people/${account?.userPrincipalName ?? ''}`),
    );
  return id;
}

test.describe('a customer whose connector is granted', () => {
  test.use({ customers: ['healthy'] });

  /** A state of the tenant, how it starts and ends, and what is shown then. */
  interface State extends Words {
    readonly comes: (tenant: TenantChanges, cloud: PracticeCloud) => Promise<unknown>;
    readonly goes: (tenant: TenantChanges, cloud: PracticeCloud) => Promise<unknown>;
  }

  /** A change that does not concern the connector. */
  const ofTenant = (cloud: PracticeCloud, body: Record<string, unknown>) =>
    cloud.control('POST', '/tenants/healthy', body);

  const states: readonly State[] = [
    {
      comes: async () => {},
      goes: async () => {},
      heading: 'Nothing to do',
      cure: 'Leave everything as it is.',
      rests: 'Every permission that the connector needs is verified.',
    },
    {
      comes: (tenant) => tenant.change('setEnabled', { enabled: false }),
      goes: (tenant) => tenant.change('setEnabled', { enabled: true }),
      heading: 'The connector is disabled',
      cure: 'set “Enabled for users to sign in?” to Yes',
      rests: 'The enterprise application exists, but Microsoft refuses its sign-ins',
    },
    {
      comes: (tenant) => tenant.change('setAssignmentRequired', { required: true }),
      goes: (tenant) => tenant.change('setAssignmentRequired', { required: false }),
      heading: 'Only assigned people can use the connector',
      cure: '“Assignment required?” → No, or assign the people',
      rests: 'people who aren’t assigned are refused',
    },
    {
      comes: (tenant) => tenant.change('setScopes', { scopes: ['User.Read'] }),
      goes: (tenant) => tenant.change('setScopes', { scopes: threeScopes }),
      heading: 'Permissions are missing',
      cure: 'Grant permissions again. You don’t have to delete anything first.',
      rests: 'Not granted: GroupMember.Read.All',
    },
    {
      comes: async (tenant, cloud) => {
        const userId = await somebodyOf(cloud, 'healthy');
        await tenant.change('setScopes', { scopes: ['User.Read'] });
        await tenant.change('setScopes', { scopes: ['GroupMember.Read.All'], userId });
      },
      goes: async (tenant, cloud) => {
        const userId = await somebodyOf(cloud, 'healthy');
        await tenant.change('setScopes', { scopes: [], userId });
        await tenant.change('setScopes', { scopes: threeScopes });
      },
      heading: 'One person consented for themselves only',
      cure: 'Grant permissions as an administrator, for the whole organization.',
      rests: 'Granted to one person, not to the whole tenant: GroupMember.Read.All',
    },
    {
      comes: (tenant) => tenant.change('addAppRole', { appRoleId: userReadAll }),
      goes: (tenant) => tenant.change('removeAppRole', { appRoleId: userReadAll }),
      heading: 'The connector may read more than it needs',
      cure: 'Remove the permission in the Entra portal, unless someone granted it on purpose.',
      rests: 'User.Read.All',
    },
    {
      comes: (tenant) => tenant.change('addAppRole', { appRoleId: directoryReadWriteAll }),
      goes: (tenant) => tenant.change('removeAppRole', { appRoleId: directoryReadWriteAll }),
      heading: 'The connector may write in this tenant, and must not',
      cure: 'remove this permission. Ask whoever granted it why.',
      rests: 'Directory.ReadWrite.All',
    },
    {
      comes: (_, cloud) => ofTenant(cloud, { type: 'setSignInRule', rule: 'blockApps' }),
      goes: (_, cloud) => ofTenant(cloud, { type: 'clearSignInRules' }),
      heading: 'A sign-in rule of the tenant blocks the connector',
      cure: 'the sign-in log names the rule. Granting again won’t help.',
      rests: 'AADSTS53003',
    },
    {
      comes: (tenant) => tenant.failing('organization', 503, 'serviceUnavailable'),
      goes: (tenant) => tenant.noFaults(),
      heading: 'No clear cause found',
      cure: 'Read the reason below, then check again.',
      rests: 'Evergrant couldn’t confirm the tenant.',
    },
    {
      comes: async (_, cloud) => {
        for (const type of ['addDomain', 'makePrimary']) {
          await ofTenant(cloud, { type, domain: 'alderbrook-vets.example' });
        }
      },
      goes: async () => {},
      heading: 'Nothing to do: only the name changed',
      cure: 'Evergrant shows the new name from now on.',
      rests: 'The tenant ID is the same, and every permission is verified.',
    },
    {
      comes: (tenant) => tenant.change('deletePrincipal'),
      goes: async () => {},
      heading: 'The connector isn’t granted',
      cure: 'Grant permissions.',
      rests: 'The tenant reports that it has no such enterprise application.',
    },
    {
      comes: (_, cloud) =>
        cloud.control('POST', `/registrations/${cloud.manifest.connector.clientId}`, {
          type: 'expire',
          kind: 'certificates',
        }),
      goes: async () => {},
      heading: 'Microsoft doesn’t accept the connector’s credential',
      cure: 'Replace the credential of the connector.',
      rests: 'AADSTS700027',
    },
  ];

  test('every state of theirs has a verdict of its own, and none of them asks for a reset', async ({
    cloud,
    page,
    technician,
  }) => {
    test.slow();
    await acceptTakesEffectAtOnce(cloud);
    await technician.openCustomer(cloud.customer('healthy').primaryDomain);
    const tenant = changesOf(cloud, 'healthy');
    await tenant.change('setEnabled', { enabled: false });
    await technician.test();
    await findsTheCause(page);
    await tenant.change('setEnabled', { enabled: true });
    for (const state of states) {
      await test.step(state.heading, async () => {
        await state.comes(tenant, cloud);
        await reads(page, state);
        await state.goes(tenant, cloud);
      });
    }
    await expectAccessible(page);
  });
});

test.describe('a customer whose connector is refused', () => {
  test.use({ customers: ['domainRefused'] });

  test('is granted again in place, given half an hour, and only then reset', async ({
    cloud,
    office,
    page,
    technician,
    administrator,
  }) => {
    await acceptTakesEffectAtOnce(cloud);
    await technician.openCustomer(cloud.customer('domainRefused').primaryDomain);
    await technician.test();
    await findsTheCause(page);
    await reads(page, {
      heading: 'Grant again without deleting anything',
      cure: 'Give admin consent again: nothing is deleted, and nothing is lost.',
      rests: 'AADSTS650056',
    });

    await page.getByRole('link', { name: 'Open the connection' }).click();
    await technician.grant();
    const account = globalAdministratorOf(cloud, 'domainRefused');
    await administrator.signIn(await office.host.openedAddress(), account);
    await administrator.accept();
    await technician.seesStatus('propagating');
    await findsTheCause(page);
    await reads(page, {
      heading: 'Microsoft is still applying the grant',
      cure: 'Wait. Evergrant tests automatically. In the meantime, don’t delete anything',
      rests: 'refusals are normal',
    });

    await office.host.jump(31 * minute);
    await reads(page, {
      heading: 'A reset is needed',
      cure: 'Delete the enterprise application and grant again.',
      rests: 'granting again didn’t help',
    });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Go to the reset' }).click();
    await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
  });
});
