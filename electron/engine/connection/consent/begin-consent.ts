import type { ChosenWay } from '../../../contract/consent-way.ts';
import type { ConsentAttempt } from '../../../contract/grant.ts';
import type { Connector, OpenConsent } from '../../identity/identity.ts';
import type { Random } from '../../kernel/ports.ts';
import type { ConsentPages } from './consent-pages.ts';
import type { ConsentRun } from './consent-run.ts';
import type { ConsentWaysRoom } from './consent-ways.ts';
import { runOfAttempt } from './run-of-attempt.ts';
import type { RunPorts } from './run-of-attempt.ts';
import type { RunningConsents } from './running-consents.ts';

export interface BeginPorts extends RunPorts {
  readonly pages: Pick<ConsentPages, 'open' | 'during'>;
  readonly running: Pick<RunningConsents, 'start'>;
  readonly ways: Pick<ConsentWaysRoom, 'open' | 'remember'>;
  readonly random: Random;
}

/** The connector to consent to, and how its link gets to a browser. */
export interface AskedConsent {
  readonly connector: Connector;
  readonly isReader: boolean;
  readonly chosen: ChosenWay;
}

/**
 * Opens the consent page of a new attempt and returns the attempt; waits for the answer in the background.
 */
export async function beginConsent(
  ports: BeginPorts,
  tenantId: string,
  asked: AskedConsent,
): Promise<ConsentAttempt> {
  const run = await ports.running.start(
    tenantId,
    (signal) => openPage(ports, tenantId, asked, signal),
    ({ run, page }) => ports.pages.during(tenantId, page, () => run.fromOpenPage(page)),
  );
  return run.attempt;
}

async function openPage(
  ports: BeginPorts,
  tenantId: string,
  { connector, isReader, chosen }: AskedConsent,
  signal: AbortSignal,
): Promise<{ readonly run: ConsentRun; readonly page: OpenConsent }> {
  const profileId = connector.profile.id;
  const page = await ports.pages.open(connector, tenantId);
  const { url } = page;
  const id = ports.random.guid();
  const startedAt = new Date(ports.clock.now()).toISOString();
  const attempt = newAttempt({ id, tenantId, profileId, startedAt, url });
  const run = runOfAttempt(ports, connector, attempt, isReader, signal);
  try {
    const opened = { action: 'consentOpened', tenantId, profileId, result: chosen.way } as const;
    await ports.activity.record(opened);
    await ports.ways.remember(chosen);
    const isCopied = chosen.way === 'copyLink';
    await run.opened(chosen, isCopied ? null : await ports.ways.open(url, chosen));
  } catch (error) {
    await page.close();
    throw error;
  }
  return { run, page };
}

function newAttempt(
  known: Pick<ConsentAttempt, 'id' | 'tenantId' | 'profileId' | 'startedAt' | 'url'>,
): ConsentAttempt {
  return {
    ...known,
    phase: 'waitingForAdministrator',
    tests: 0,
    nextTestAt: null,
    missing: [],
    endedAt: null,
    problem: null,
  };
}
