import { readFile } from 'node:fs/promises';
import { isDefinedError, safe } from '@orpc/client';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ImportPreview } from '../../electron/contract/tenant-import.ts';
import { createAdministrator } from '../support/administrator.ts';
import { connectedHost } from '../support/connected-host.ts';
import { simulatedLinks } from '../support/simulated-links.ts';

const here = connectedHost({
  ports: { links: simulatedLinks((url) => void administrator.next(url)) },
});
let administrator: { readonly next: (url: string) => Promise<unknown> };

beforeEach(() => {
  administrator = { next: () => Promise.resolve() };
});

/** Sets the account that signs in and accepts at the next link. */
function signsInNext(userPrincipalName: string): void {
  administrator = { next: (url) => createAdministrator(userPrincipalName).signIn(url) };
}

async function previewOf(...lines: string[]): Promise<ImportPreview> {
  const content = Buffer.from(lines.join('\r\n')).toString('base64');
  for await (const report of await here.host.client.imports.preview({ content })) {
    if (report.state === 'ready') return report.preview;
  }
  throw new Error('an import ends with its preview');
}

async function syncWhole(tenantId: string): Promise<void> {
  await here.host.client.syncs.start({ tenantId });
  for await (const run of await here.host.client.syncs.watch({ tenantId })) {
    if (run.state === 'finished') return;
  }
}

describe('many customers from a file', () => {
  test('are looked up at Microsoft, added together, and found by their tags', async () => {
    const [healthy, odd] = [here.cloud.customer('healthy'), here.cloud.customer('odd')];
    const preview = await previewOf(
      'Domain;Alias;Tags',
      `${healthy.primaryDomain};Vets;gold`,
      `${odd.tenantId};;`,
      `https://${healthy.primaryDomain}/;again;`,
      'nobody-knows-this.example;;',
    );
    expect(preview.rows.map(({ outcome }) => outcome.kind)).toEqual([
      'new',
      'new',
      'sameAs',
      'refused',
    ]);
    const refused = await safe(here.host.client.imports.add({ importId: preview.id }));
    expect(isDefinedError(refused.error) && refused.error.data.code).toBe('import.refused');
    expect(await here.host.client.tenants.list()).toEqual([]);

    const good = await previewOf('Domain,Alias,Tags', `${healthy.primaryDomain},Vets,gold`);
    await here.host.client.imports.add({ importId: good.id });
    expect(await here.host.client.tenants.list()).toMatchObject([
      { tenantId: healthy.tenantId, alias: 'Vets', tags: ['gold'] },
    ]);
  });
});

test('a domain that a customer gave up stays known as a former one after the next test', async () => {
  const { tenantId, primaryDomain } = here.cloud.customer('healthy');
  await here.host.client.tenants.add({ domainOrId: primaryDomain });
  await here.host.client.grants.test({ tenantId });
  await here.cloud.control('POST', '/tenants/healthy', {
    type: 'addDomain',
    domain: 'new.example',
  });
  await here.cloud.control('POST', '/tenants/healthy', {
    type: 'makePrimary',
    domain: 'new.example',
  });
  await here.host.client.grants.test({ tenantId });
  const before = (await here.host.client.tenants.get({ tenantId })).tenant;
  expect(before).toMatchObject({ primaryDomain: 'new.example', formerDomains: [] });
  expect(before.verifiedDomains).toContain(primaryDomain);
});

describe('forgetting a customer', () => {
  test('leaves nothing of it but one line; its activity can be exported first', async () => {
    const [healthy, odd] = [here.cloud.customer('healthy'), here.cloud.customer('odd')];
    for (const { primaryDomain } of [healthy, odd]) {
      await here.host.client.tenants.add({
        domainOrId: primaryDomain,
        alias: `Alias of ${primaryDomain}`,
      });
    }
    const { tenantId } = healthy;
    await syncWhole(tenantId);
    await syncWhole(odd.tenantId);
    const people = async (search: string) =>
      (await here.host.client.people.list({ tenantId: null, search })).rows;
    const [somebody] = await people(healthy.primaryDomain);
    expect(somebody?.tenantId).toBe(tenantId);

    const job = await here.host.client.exports.start({
      content: { kind: 'activity', tenantId },
      format: 'csv',
    });
    let savedAs: string | null = null;
    for await (const now of await here.host.client.exports.watch({ exportId: job.id })) {
      savedAs = now.savedAs;
    }
    const rows = z
      .array(z.object({ action: z.string(), tenantId: z.string() }))
      .parse(parse(await readFile(savedAs ?? ''), { bom: true, columns: true }));
    expect(rows.map(({ action }) => action)).toEqual(['syncEnded', 'tenantAdded']);

    expect(await here.host.client.tenants.forgetting({ tenantId })).toEqual({
      staysSignedIn: [],
      damagedCopies: [],
    });
    await here.host.client.tenants.forget({ tenantId });
    expect((await here.host.client.tenants.list()).map((row) => row.tenantId)).toEqual([
      odd.tenantId,
    ]);
    expect(await people(healthy.primaryDomain)).toEqual([]);
    expect(await people(odd.primaryDomain)).not.toEqual([]);
    const lines = await here.host.client.activity.list({ tenantId });
    expect(lines).toMatchObject([{ action: 'tenantForgotten', tenantId, params: {} }]);
    expect(JSON.stringify(lines)).not.toContain(healthy.primaryDomain);

    here.host = await here.host.restart();
    expect(await people(healthy.primaryDomain)).toEqual([]);
    const again = await here.host.client.tenants.add({ domainOrId: healthy.primaryDomain });
    expect(again).toMatchObject({ already: false, tenant: { alias: null } });
  });

  test('stops the sync that runs, and the customer can be forgotten at once', async () => {
    const { tenantId, primaryDomain } = here.cloud.customer('large');
    await here.host.client.tenants.add({ domainOrId: primaryDomain });
    await here.host.client.syncs.start({ tenantId });
    await here.host.client.tenants.forget({ tenantId });
    expect(await here.host.client.syncs.last({ tenantId })).toBeNull();
  });

  test('a partner’s account that serves others too stays signed in, and is named', async () => {
    const technician = here.cloud
      .customer('partner')
      .accounts.find(({ displayName }) => displayName === 'Sanne Visser')?.userPrincipalName;
    if (technician === undefined) throw new Error('the partner has a technician');
    const [healthy, odd] = [here.cloud.customer('healthy'), here.cloud.customer('odd')];
    for (const { primaryDomain, tenantId } of [healthy, odd]) {
      await here.host.client.tenants.add({ domainOrId: primaryDomain });
      signsInNext(technician);
      await here.host.client.grants.signIn({ tenantId });
    }
    expect(await here.host.client.tenants.forgetting({ tenantId: healthy.tenantId })).toEqual({
      staysSignedIn: [technician],
      damagedCopies: [],
    });
    await here.host.client.tenants.forget({ tenantId: healthy.tenantId });
    const { account } = await here.host.client.tenants.get({ tenantId: odd.tenantId });
    expect(account).toBe(technician);
    const [line] = await here.host.client.activity.list({ tenantId: healthy.tenantId });
    expect(line?.account).toBe(technician);
  });
});
