import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Reset, ResetAction } from '../../electron/contract/reset.ts';
import { createAdministrator } from '../support/administrator.ts';
import { connectedHost } from '../support/connected-host.ts';

const second = 1_000;
const by = 'Sanne Visser';

const here = connectedHost();
/** The customer, by its key in the practice cloud. */
let key: string;
let tenantId: string;

/**
 * Sets how long the token endpoint and Graph take to notice a change, in milliseconds on the effect clock.
 */
const seenAfter = ({ principal, graph }: { readonly principal: number; readonly graph: number }) =>
  here.cloud.control('POST', '/settings', {
    effect: { principal, token: principal, graph, index: graph },
  });

/** Lets time pass, for Evergrant and for Microsoft. */
async function wait(ms: number): Promise<void> {
  here.host.clock.jump(ms);
  await here.cloud.control('POST', '/clock/advance', { ms });
}

/** Changes made by an administrator in the customer's tenant. */
const change = (type: string, facts: Record<string, unknown> = {}) =>
  here.cloud.control('POST', `/tenants/${key}`, {
    type,
    appId: here.cloud.manifest.connector.clientId,
    ...facts,
  });

/** Answers the next Accept with this number, which Microsoft returns to the app. */
const answerNextAccept = (code: number) =>
  here.cloud.control('POST', '/faults', {
    faults: [
      { type: 'aadsts', endpoint: 'adminconsent', moment: 'accept', place: 'redirect', code },
    ],
  });

async function act(action: ResetAction): Promise<Reset> {
  const now = await here.host.client.resets.last({ tenantId });
  if (now === null) throw new Error('no reset was begun');
  return here.host.client.resets.act({ tenantId, version: now.version, action });
}
const check = () => act({ kind: 'check' });

/** Checks until the reset leaves this step; time passes between the checks. */
async function passes(step: Reset['state']): Promise<Reset> {
  for (let checks = 0; checks < 20; checks += 1) {
    const now = await check();
    if (now.state !== step) return now;
    await wait(10 * second);
  }
  throw new Error(`The reset does not leave ${step}.`);
}

const administrator = () =>
  createAdministrator(
    here.cloud.customer(key).accounts.find(({ role }) => role === 'globalAdministrator')
      ?.userPrincipalName ?? '',
  );

/** The administrator accepts on the page that Evergrant opened. Returns the text of the last page. */
async function consentHere(): Promise<string> {
  const { url } = await here.host.client.grants.begin({ tenantId });
  return administrator().consent(url, 'accept');
}

/** An administrator accepts on a page that Evergrant did not open. */
async function consentElsewhere(): Promise<string> {
  const { browserBaseUrl } = z
    .object({ browserBaseUrl: z.string() })
    .parse(JSON.parse(await readFile(here.cloud.manifest.cloudFile, 'utf8')));
  const { clientId } = here.cloud.manifest.connector;
  const link = `${browserBaseUrl}/${tenantId}/adminconsent?client_id=${clientId}`;
  return administrator().consent(link, 'accept');
}

/** The object ID of the connector's enterprise application in the cloud's own record. */
async function objectId(): Promise<string | undefined> {
  const record = z
    .object({ servicePrincipals: z.array(z.object({ objectId: z.string(), appId: z.string() })) })
    .parse(await here.cloud.control('GET', `/tenants/${key}`));
  const { clientId } = here.cloud.manifest.connector;
  return record.servicePrincipals.find(({ appId }) => appId === clientId)?.objectId;
}

/** Starts the reset of a customer and continues until the enterprise application is to be deleted. */
async function toDeletion(customer: 'healthy' | 'domainRefused'): Promise<void> {
  key = customer;
  ({ tenantId } = here.cloud.customer(key));
  await here.host.client.tenants.add({ domainOrId: tenantId });
  await here.host.client.grants.test({ tenantId });
  expect((await here.host.client.resets.begin({ tenantId, by, purpose: 'reset' })).state).toBe(
    'deletion',
  );
}

async function toSettling(customer: 'healthy' | 'domainRefused'): Promise<void> {
  await toDeletion(customer);
  await change('deletePrincipal');
  expect((await passes('deletion')).state).toBe('settling');
}

async function toGranting(customer: 'healthy' | 'domainRefused'): Promise<void> {
  await toSettling(customer);
  expect((await passes('settling')).state).toBe('granting');
}

/** Continues from the consent to the end. */
async function finishes(from: Reset['state']): Promise<Reset> {
  if (from === 'granting') await passes('granting');
  await passes('testing');
  const end = await passes('syncing');
  expect(end).toMatchObject({ state: 'finished', note: null });
  expect((await here.host.client.tenants.get({ tenantId })).status.kind).toBe('granted');
  return end;
}

test('a deletion that Microsoft has not taken in everywhere: refusals begin when it has', async () => {
  await toDeletion('healthy');
  await seenAfter({ principal: 60 * second, graph: 60 * second });
  await change('deletePrincipal');
  expect(await check()).toMatchObject({ state: 'deletion', firstRefusedAt: null });
  await wait(30 * second);
  expect(await check()).toMatchObject({ state: 'deletion', firstRefusedAt: null });
  await wait(31 * second);
  expect((await check()).firstRefusedAt).not.toBeNull();
  expect((await passes('deletion')).steps.at(-1)?.proof).toBe('refusedTwice');
});

describe.each(['healthy', 'domainRefused'] as const)(
  'the old enterprise application is restored (%s)',
  (customer) => {
    test('while Microsoft is given its time: it is to be deleted again, and then it goes on', async () => {
      await toSettling(customer);
      await change('restorePrincipal');
      const back = await passes('settling');
      expect(back).toMatchObject({ state: 'deletion', note: 'cameBack', firstRefusedAt: null });
      expect(back.setbacks.map(({ undone }) => undone.map(({ step }) => step))).toEqual([
        ['deletion'],
      ]);
      expect(await check()).toMatchObject({ state: 'deletion', note: 'cameBack' });

      await change('deletePrincipal');
      expect(await passes('deletion')).toMatchObject({ state: 'settling', note: null });
      await passes('settling');
      await consentHere();
      const end = await finishes('granting');
      expect(end.steps).toHaveLength(9);
      expect(end.setbacks).toHaveLength(1);
      expect(end.after?.servicePrincipalId).toBe(await objectId());
      const activity = await here.host.client.activity.list({ tenantId: end.tenantId, limit: 200 });
      expect(activity.filter(({ action }) => action === 'resetCameBack')).toHaveLength(1);
    });

    test('before anybody granted: it is no grant by somebody else', async () => {
      await toGranting(customer);
      await change('restorePrincipal');
      const back = await check();
      expect(back).toMatchObject({ state: 'deletion', note: 'cameBack' });
      expect(back.setbacks[0]?.undone.map(({ step }) => step)).toEqual(['deletion', 'settling']);
    });

    test('and consented in place: the consent does not count once it is deleted again', async () => {
      await toGranting(customer);
      await change('restorePrincipal');
      await consentHere();
      expect(await check()).toMatchObject({ state: 'deletion', note: 'cameBack' });
      await change('deletePrincipal');
      expect((await passes('deletion')).state).toBe('settling');
      await passes('settling');
      expect(await check()).toMatchObject({ state: 'granting', note: null });
      await consentHere();
      expect((await finishes('granting')).after?.servicePrincipalId).toBe(await objectId());
    });
  },
);

test('granted anew before the reset began, and not tested here since: that one is to be deleted, not taken for done', async () => {
  key = 'healthy';
  ({ tenantId } = here.cloud.customer(key));
  await here.host.client.tenants.add({ domainOrId: tenantId });
  const { servicePrincipalId } = (await here.host.client.grants.test({ tenantId })).lastTest;
  await change('deletePrincipal');
  await consentElsewhere();
  const there = await objectId();
  expect(there).not.toBe(servicePrincipalId);
  const begun = await here.host.client.resets.begin({ tenantId, by, purpose: 'reset' });
  expect(begun.before?.servicePrincipalId).toBe(there);
  expect(begun.portalPage).toContain(there);
  expect((await check()).state).toBe('deletion');
  await change('deletePrincipal');
  const gone = await passes('deletion');
  expect(gone.steps.at(-1)).toMatchObject({ step: 'deletion', proof: 'refusedTwice' });
});

test('restored after the consent was counted: the test finds the old object id, and it is no proof', async () => {
  await toGranting('healthy');
  const old = (await here.host.client.resets.last({ tenantId }))?.before?.servicePrincipalId;
  await consentHere();
  expect((await check()).state).toBe('testing');
  // The new one is deleted, and the old one is restored in its place.
  await change('deletePrincipal');
  const record = z
    .object({ deletedServicePrincipals: z.array(z.object({ objectId: z.string() })) })
    .parse(await here.cloud.control('GET', `/tenants/${key}`));
  expect(record.deletedServicePrincipals.map(({ objectId: id }) => id)).toContain(old);
  await change('restorePrincipal', { objectId: old });
  expect(await objectId()).toBe(old);
  const back = await check();
  expect(back).toMatchObject({ state: 'deletion', note: 'cameBack' });
  expect(back.setbacks[0]?.undone.map(({ step }) => step)).toEqual([
    'deletion',
    'settling',
    'granting',
    'vendorGrant',
  ]);
});

describe('AADSTS650051', () => {
  test('not there yet: the deletion has not taken effect, and the next consent goes through', async () => {
    await toGranting('domainRefused');
    await answerNextAccept(650051);
    await consentHere();
    const now = await check();
    expect(now).toMatchObject({ state: 'granting', note: 'notThereYet' });
    expect((await check()).version).toBe(now.version);

    await wait(60 * second);
    const { url } = await here.host.client.grants.begin({ tenantId });
    expect(await check()).toMatchObject({ state: 'granting', note: null });
    await administrator().consent(url, 'accept');
    const end = await finishes('granting');
    expect(end.steps.find(({ step }) => step === 'granting')?.proof).toBe('here');
  });

  test('already there: another consent has just made it, and the reset goes on by itself', async () => {
    await toGranting('domainRefused');
    const { url } = await here.host.client.grants.begin({ tenantId });
    await consentElsewhere();
    await answerNextAccept(650051);
    await administrator().consent(url, 'accept');
    const now = await check();
    expect(now).toMatchObject({ state: 'testing', note: 'alreadyThere' });
    expect(now.steps.find(({ step }) => step === 'granting')?.proof).toBe('elsewhere');
    await finishes('testing');
  });

  test('already there, and not seen yet: what was not there yet is there a moment later', async () => {
    await toGranting('domainRefused');
    const { url } = await here.host.client.grants.begin({ tenantId });
    await seenAfter({ principal: 30 * second, graph: 30 * second });
    await consentElsewhere();
    await answerNextAccept(650051);
    await administrator().consent(url, 'accept');
    expect(await check()).toMatchObject({ state: 'granting', note: 'notThereYet' });
    await wait(31 * second);
    expect(await check()).toMatchObject({ state: 'testing', note: 'alreadyThere' });
    await finishes('testing');
  });

  test('on a page that never comes back: the look finds what is there, whoever made it', async () => {
    await toGranting('domainRefused');
    await seenAfter({ principal: 30 * second, graph: 30 * second });
    await consentElsewhere();
    expect(await consentHere()).toContain('AADSTS650051');
    expect(await check()).toMatchObject({ state: 'granting' });
    await wait(31 * second);
    expect((await check()).state).toBe('testing');
    await finishes('testing');
  });

  test('on a page that never comes back, while the deletion is still being taken in', async () => {
    await toGranting('domainRefused');
    // Graph still shows what the token endpoint no longer knows.
    await seenAfter({ principal: 0, graph: 600 * second });
    const { url } = await here.host.client.grants.begin({ tenantId });
    expect(await administrator().consent(url, 'accept')).toContain('AADSTS650051');
    expect(await check()).toMatchObject({ state: 'granting' });
    await seenAfter({ principal: 0, graph: 0 });
    await administrator().consent(url, 'accept');
    const end = await finishes('granting');
    expect(end.steps.find(({ step }) => step === 'granting')?.proof).toBe('here');
  });
});

describe('somebody else grants meanwhile', () => {
  test('before the deletion was proven: another object id proves it, and nobody deletes the new one', async () => {
    await toDeletion('healthy');
    await change('deletePrincipal');
    await consentElsewhere();
    const gone = await check();
    expect(gone.state).toBe('settling');
    expect(gone.steps.at(-1)).toMatchObject({ outcome: 'done', proof: 'replaced' });
    await passes('settling');
    const granted = await check();
    expect(granted.steps.find(({ step }) => step === 'granting')?.proof).toBe('elsewhere');
    const end = await finishes(granted.state);
    expect(end.setbacks).toEqual([]);
    expect(end.after?.servicePrincipalId).toBe(await objectId());
  });

  test('while Microsoft is given its time: it waits to the end, and takes it as granted', async () => {
    await toSettling('healthy');
    await consentElsewhere();
    expect((await check()).state).toBe('settling');
    expect((await passes('settling')).state).toBe('granting');
    const granted = await check();
    expect(granted.state).toBe('testing');
    expect(granted.steps.find(({ step }) => step === 'granting')?.proof).toBe('elsewhere');
    await finishes('testing');
  });

  test('after our own consent was declined: it is not called granted from here', async () => {
    await toGranting('domainRefused');
    const { url } = await here.host.client.grants.begin({ tenantId });
    await administrator().consent(url, 'cancel');
    await consentElsewhere();
    const granted = await check();
    expect(granted.steps.find(({ step }) => step === 'granting')?.proof).toBe('elsewhere');
  });
});

describe('what says nothing about the connector', () => {
  test('its own credential that has ended is no grant, and is told', async () => {
    await toGranting('domainRefused');
    const { clientId } = here.cloud.manifest.connector;
    const ended = { type: 'expire', kind: 'certificates' };
    await here.cloud.control('POST', `/registrations/${clientId}`, ended);
    await expect(check()).rejects.toMatchObject({ data: { code: 'aadsts.700027' } });
    expect((await here.host.client.resets.last({ tenantId }))?.state).toBe('granting');
  });

  test('AADSTS65001 just after the consent is the new one that is not applied yet, and sends nobody back', async () => {
    await toGranting('healthy');
    await consentHere();
    const fault = { type: 'aadsts', grantType: 'client_credentials', count: 'always', code: 65001 };
    await here.cloud.control('POST', '/faults', { faults: [fault] });
    expect(await check()).toMatchObject({ state: 'testing', setbacks: [] });
    expect(await check()).toMatchObject({ state: 'testing', setbacks: [] });
    await here.cloud.control('POST', '/faults', { faults: [] });
    await finishes('testing');
  });

  test('a sign-in rule of the tenant leaves open which one is there, and is told', async () => {
    await toGranting('healthy');
    await consentElsewhere();
    await here.cloud.control('POST', `/tenants/${key}`, {
      type: 'setSignInRule',
      rule: 'blockApps',
    });
    await expect(check()).rejects.toMatchObject({ data: { code: 'aadsts.53003' } });
    await here.cloud.control('POST', `/tenants/${key}`, { type: 'clearSignInRules' });
    expect((await check()).state).toBe('testing');
  });
});

test('a person who went on without the proof is not sent back by what they did not wait for', async () => {
  await toDeletion('healthy');
  const reason = 'The customer deleted it on the phone';
  await act({ kind: 'override', by, reason });
  await wait(40 * second);
  expect((await check()).state).toBe('settling');
  await act({ kind: 'override', by, reason });
  expect(await check()).toMatchObject({ state: 'granting', setbacks: [] });
});
