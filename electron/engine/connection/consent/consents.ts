import type { ChosenWay, ConsentWay } from '../../../contract/consent-way.ts';
import type { ConsentAttempt, ConsentWhose } from '../../../contract/grant.ts';
import type { Readers } from '../../connectors/readers.ts';
import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector, Identity } from '../../identity/identity.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Leases } from '../../kernel/leases/leases.ts';
import type { Clock, Log, Random } from '../../kernel/ports.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import type { Grants } from '../grants.ts';
import { withAttempt } from '../status/evidence.ts';
import type { GrantStore } from '../store.ts';
import type { Tested } from '../test/run-test.ts';
import { beginConsent } from './begin-consent.ts';
import { createConsentPages } from './consent-pages.ts';
import type { ConsentRun } from './consent-run.ts';
import type { ConsentWaysRoom } from './consent-ways.ts';
import { createEarlierConsents } from './earlier-consents.ts';
import { createRunningConsents } from './running-consents.ts';

/** Admin consents: opened in Evergrant, answered in a browser, confirmed by tests. */
export interface Consents {
  /**
   * Opens the consent page, or the one that is already pending, and returns without waiting. If an earlier
   * process left an accepted attempt whose result is still being tested, continues that one instead.
   *
   * `whose`: the customer's connector, or the reader that checks a vendor's.
   *
   * Errors: `tenant.unknown`, `consent.running`, `lease.held`, `consent.noLoopbackPort`, `cloud.*`,
   * `grant.noReader`.
   */
  begin(
    tenantId: string,
    way: ConsentWay,
    browser?: string,
    whose?: ConsentWhose,
  ): Promise<ConsentAttempt>;
  /** Opens the same link again in the same way. Errors: `consent.none`, `identity.browserNotOpened`. */
  reopen(tenantId: string): Promise<ConsentAttempt>;
  /** Errors: `consent.none`. */
  cancel(tenantId: string): Promise<ConsentAttempt>;
  /** Cancels the consent if one runs in this process. */
  cancelIfRunning(tenantId: string): Promise<void>;
  /**
   * Tests without waiting for a redirect. An attempt in this process applies the result before this returns.
   */
  checkNow(tenantId: string, signal?: AbortSignal): Promise<Tested>;
  last(tenantId: string): Promise<ConsentAttempt | null>;
  /** Resumes what an earlier process left: continues testing propagation, cancels a pending page. */
  resume(): Promise<void>;
  /** Stops this process's work; attempts are unchanged for the next start. */
  close(): Promise<void>;
}

export interface ConsentsPorts {
  readonly store: Pick<GrantStore, 'saveAttempt' | 'lastAttempt' | 'lastAttempts'>;
  readonly grants: Pick<Grants, 'test' | 'testQuietly'>;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly readers: Pick<Readers, 'readingOf' | 'readerOf'>;
  readonly identity: Pick<Identity, 'appToken' | 'openConsent'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  /** Watches for a late Accept after an attempt ended. */
  readonly watchLate: (tenantId: string) => Promise<void>;
  readonly ways: Pick<ConsentWaysRoom, 'open' | 'remember'>;
  readonly leases: Pick<Leases, 'hold'>;
  readonly activity: Pick<Activity, 'record'>;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Makes the consents' service. */
export function createConsents(ports: ConsentsPorts): Consents {
  const { store } = ports;
  const closing = new AbortController();
  const running = createRunningConsents({ ...ports, closing: closing.signal });
  const pages = createConsentPages(ports.identity);
  const earlier = createEarlierConsents({ ...ports, running, closing: closing.signal });

  function current(tenantId: string): ConsentRun {
    const run = running.of(tenantId);
    if (run === null) throw none();
    return run;
  }

  async function reopen(tenantId: string, chosen?: ChosenWay): Promise<ConsentAttempt> {
    const run = current(tenantId);
    const { url, opened } = run.attempt;
    const again = chosen ?? opened ?? { way: 'myBrowser', browser: null };
    await run.opened(again, await ports.ways.open(url, again));
    return run.attempt;
  }

  return {
    begin: async (tenantId, way, browser, whose = 'connector') => {
      await earlier.settled(tenantId);
      const chosen = { way, browser: way === 'privateWindow' ? (browser ?? null) : null };
      const run = running.of(tenantId);
      const connector = await whoseConnector(ports.readers, tenantId, whose);
      if (run === null) {
        const asked = { connector, isReader: whose === 'reader', chosen };
        return beginConsent({ ...ports, pages, running }, tenantId, asked);
      }
      const { attempt } = run;
      const isSame = attempt.profileId === connector.profile.id;
      if (isSame && earlier.isCarriedOn(attempt.id)) return attempt;
      if (!isSame || attempt.phase !== 'waitingForAdministrator') {
        throw new EvergrantError('consent.running', { retry: 'after' });
      }
      return way === 'copyLink' ? attempt : reopen(tenantId, chosen);
    },
    reopen: (tenantId) => reopen(tenantId),
    cancel: async (tenantId) => {
      const ended = await running.cancel(tenantId);
      if (ended === null) throw none();
      return ended;
    },
    cancelIfRunning: async (tenantId) => void (await running.cancel(tenantId)),
    checkNow: async (tenantId, signal) => {
      const tested = await ports.grants.test(tenantId, signal);
      const run = running.of(tenantId);
      if (run === null) return tested;
      await run.noteTest(tested.test);
      return { ...tested, known: withAttempt(tested.known, run.attempt) };
    },
    last: (tenantId) => store.lastAttempt(tenantId),
    resume: () => earlier.resume(),
    close: async () => {
      closing.abort(new CancelledError());
      await Promise.all([running.allOver(), earlier.allOver()]);
      await pages.close();
    },
  };
}

async function whoseConnector(
  readers: ConsentsPorts['readers'],
  tenantId: string,
  whose: ConsentWhose,
): Promise<Connector> {
  return whose === 'reader'
    ? readers.readerOf(tenantId)
    : (await readers.readingOf(tenantId)).connector;
}

function none(): EvergrantError {
  return new EvergrantError('consent.none', { retry: 'now' });
}
