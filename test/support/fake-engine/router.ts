import { implement, ORPCError } from '@orpc/server';
import { engineContract, hostContract } from '../../../electron/contract/contract.ts';
import type { HostInfo } from '../../../electron/contract/contract.ts';
import type { SyncRun } from '../../../electron/contract/sync.ts';
import { accountsRouter } from './accounts-router.ts';
import { backupsRouter } from './backups-router.ts';
import { connectorsRouter } from './connectors-router.ts';
import { changesRouter } from './changes-router.ts';
import { directoryRouter } from './directory-router.ts';
import { exportsRouter } from './exports-router.ts';
import { importsRouter } from './imports-router.ts';
import { partnerRouter } from './partner-router.ts';
import { policiesRouter } from './policies-router.ts';
import { ago, id, makeCustomers, profile, syncedRun } from './sample-data.ts';
import { setUpsRouter } from './set-ups-router.ts';
import type { Scenario } from './scenario.ts';
import { linkReading, vendorsProfile, withVendors } from './vendor-sample.ts';

const failure = (code: string, params: Record<string, string> = {}) =>
  new ORPCError('EVERGRANT', { defined: true, data: { code, params, retry: 'now' } });

/**
 * The contract over sample data, for pictures and checks of the screens without an engine.
 * It plays one scenario; it keeps nothing.
 */
export function fakeRouter(scenario: Scenario) {
  const engine = implement(engineContract);
  const host = implement(hostContract);
  const empty = scenario === 'firstRun' || scenario === 'noCustomers';
  const customers = empty ? [] : withVendors(makeCustomers(scenario === 'offline'));
  const find = (tenantId: string) => {
    const found = customers.find(({ row }) => row.tenantId === tenantId);
    if (found === undefined) throw failure('tenant.notFound', { tenant: tenantId });
    return found;
  };
  const runningSync = (tenantId: string): SyncRun => ({
    ...syncedRun(1, 0),
    tenantId,
    state: 'running',
    phase: 'groups',
    startedAt: ago(0.7),
    finishedAt: null,
    counts: { users: 2140, groups: 4400, memberships: 43_912, devices: 0, contacts: 0 },
    expected: { users: 2210, groups: 10_000 },
    waitingUntil: scenario === 'syncingWaits' ? ago(-0.3) : null,
    membershipsBy: scenario === 'syncingLists' ? 'lists' : 'delta',
  });
  const lastSync = (tenantId: string) => {
    if (scenario.startsWith('syncing')) return runningSync(tenantId);
    return scenario === 'neverSynced' ? null : syncedRun(1, 95);
  };
  const info = (): HostInfo => ({
    host: 'web',
    version: '0.1.0',
    workspace: scenario === 'practice' ? 'practice' : 'real',
    online: scenario !== 'offline',
    ...(scenario === 'practice' && {
      practiceNewcomer: {
        domain: 'coho-vineyard.example',
        administrator: 'admin@coho-vineyard.example',
      },
      practiceReset: {
        tenantId: customers[0]?.row.tenantId ?? '',
        domain: 'tailspin.example',
        clientId: profile.clientId,
        administrator: 'admin@tailspin.example',
      },
    }),
    keyKeeper: 'keyring',
    state:
      scenario === 'locked'
        ? 'locked'
        : scenario === 'noKeeper' || scenario === 'refused'
          ? 'refused'
          : 'ready',
    problem:
      scenario === 'noKeeper'
        ? { code: 'keys.noKeeper', params: {}, retry: 'never' }
        : scenario === 'refused'
          ? { code: 'store.wrongKey', params: {}, retry: 'never' }
          : null,
  });
  const forever = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));

  const { history, comparisons } = changesRouter(scenario !== 'neverSynced');
  return {
    comparisons,
    changes: engine.changes.handler(async function* changes({ signal }) {
      await forever(signal);
      if (signal?.aborted !== true) yield { topic: 'network' as const, tenantId: null };
    }),
    notices: engine.notices.handler(async function* notices({ signal }) {
      if (scenario === 'told')
        yield {
          id: id(12, 1),
          kind: 'granted' as const,
          tenant: find(id(2, 1)).connection.tenant,
          practice: false,
        };
      await forever(signal);
    }),
    asked: {
      kit: engine.asked.kit.handler(({ input }) => ({
        tenant: find(input.tenantId).connection.tenant,
        link: `https://login.microsoftonline.com/${input.tenantId}/adminconsent?client_id=${profile.clientId}`,
        ending: 'microsoftPage' as const,
        clientId: profile.clientId,
        shownAs: { name: 'Acme Shield', publisher: 'Acme Security Ltd' },
        connectorName: profile.name,
        requiredPermissions: profile.requiredPermissions,
      })),
      mark: engine.asked.mark.handler(() => {
        throw failure('internal');
      }),
      stop: engine.asked.stop.handler(() => ({ stopped: true as const })),
    },
    ...connectorsRouter(scenario),
    vendors: {
      readConsentLink: engine.vendors.readConsentLink.handler(({ input }) => {
        if (input.link.includes('adminconsent')) return linkReading;
        throw failure('consentLink.notMicrosoft', { host: 'vendor.example' });
      }),
      setReader: engine.vendors.setReader.handler(() => vendorsProfile),
      openBackend: engine.vendors.openBackend.handler(() => ({ opened: true as const })),
    },
    setUps: setUpsRouter(),
    tenants: {
      list: engine.tenants.list.handler(() => customers.map(({ row }) => row)),
      add: engine.tenants.add.handler(({ input }) => {
        const known = customers.find(({ row }) => row.primaryDomain === input.domainOrId);
        if (known === undefined) throw failure('tenant.notFound', { domain: input.domainOrId });
        return { tenant: known.connection.tenant, already: true };
      }),
      forgetting: engine.tenants.forgetting.handler(() => ({
        staysSignedIn: ['tech@msp.example'],
        damagedCopies: [],
      })),
      forget: engine.tenants.forget.handler(() => ({
        forgotten: true as const,
        damagedCopies: [],
      })),
      edit: engine.tenants.edit.handler(({ input }) => find(input.tenantId).connection.tenant),
      get: engine.tenants.get.handler(({ input }) => find(input.tenantId).connection),
    },
    imports: importsRouter(),
    partner: partnerRouter(scenario),
    grants: {
      begin: engine.grants.begin.handler(({ input }) => {
        const { attempt } = find(input.tenantId).connection;
        if (attempt === null) throw failure('consent.noLoopbackPort');
        return attempt;
      }),
      ways: engine.grants.ways.handler(() => ({
        browsers: [
          { id: 'edge', name: 'Microsoft Edge' },
          { id: 'firefox', name: 'Firefox' },
        ],
        last: { way: 'myBrowser' as const, browser: null },
      })),
      reopen: engine.grants.reopen.handler(() => {
        throw failure('identity.browserNotOpened');
      }),
      cancel: engine.grants.cancel.handler(() => {
        throw failure('cancelled');
      }),
      checkNow: engine.grants.checkNow.handler(() => {
        throw failure('network.offline', { host: 'login.microsoftonline.com' });
      }),
      test: engine.grants.test.handler(() => {
        throw failure('network.offline', { host: 'login.microsoftonline.com' });
      }),
      signIn: engine.grants.signIn.handler(async ({ signal }) => {
        await forever(signal);
        throw failure('cancelled');
      }),
      cancelSignIn: engine.grants.cancelSignIn.handler(() => ({ cancelled: true })),
      removeHere: engine.grants.removeHere.handler(({ input }) => find(input.tenantId).row.status),
    },
    syncs: {
      start: engine.syncs.start.handler(({ input }) => runningSync(input.tenantId)),
      watch: engine.syncs.watch.handler(async function* watch({ input, signal }) {
        yield runningSync(input.tenantId);
        await forever(signal);
      }),
      cancel: engine.syncs.cancel.handler(() => ({
        cancelled: scenario !== 'syncingElsewhere',
      })),
      history,
      last: engine.syncs.last.handler(({ input }) => lastSync(input.tenantId)),
    },
    ...directoryRouter(
      customers.map(({ row }) => row.tenantId),
      scenario,
    ),
    policies: policiesRouter(scenario),
    exports: exportsRouter(),
    tickets: {
      list: engine.tickets.list.handler(() =>
        customers.length === 0 ? [] : [{ tenantId: id(2, 1), ticket: 'T20261125.0042' }],
      ),
      set: engine.tickets.set.handler(({ input }) => ({ ticket: input.ticket })),
    },
    backups: backupsRouter(),
    accounts: accountsRouter(empty),
    problems: {
      explain: engine.problems.explain.handler(({ input: { code } }) => ({
        code,
        params: {},
        retry: 'now',
      })),
    },
    activity: {
      list: engine.activity.list.handler(() => {
        if (customers.length === 0) return [];
        const line = {
          tenantId: id(2, 1),
          profileId: profile.id,
          params: {},
          problem: null,
          ticket: null,
        };
        const account = 'tech@msp.example';
        return [
          {
            ...line,
            id: id(11, 1),
            at: ago(24),
            action: 'tested',
            result: 'granted',
            account,
            ticket: 'T20261125.0042',
          },
          {
            ...line,
            id: id(11, 2),
            at: ago(95),
            action: 'syncEnded',
            result: 'finished',
            account: null,
          },
          {
            ...line,
            id: id(11, 3),
            at: ago(200),
            tenantId: id(2, 4),
            action: 'consentEnded',
            result: 'declined',
            account: null,
            problem: { code: 'consent.declined', params: {}, retry: 'now' },
          },
          {
            ...line,
            id: id(11, 4),
            at: ago(300),
            action: 'tenantAdded',
            result: 'added',
            account: null,
          },
        ];
      }),
    },
    host: {
      info: host.info.handler(info),
      enterPractice: host.enterPractice.handler(info),
      leavePractice: host.leavePractice.handler(info),
      tryAgain: host.tryAgain.handler(info),
      unlock: host.unlock.handler(() => {
        throw failure('keys.wrongPassphrase');
      }),
      setPassphrase: host.setPassphrase.handler(info),
    },
  };
}
