import type { ChosenWay } from '../../../contract/consent-way.ts';
import type { ConsentAttempt, TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import {
  CancelledError,
  EvergrantError,
  newProblem,
  problemOf,
} from '../../errors/evergrant-error.ts';
import { isRace } from '../../errors/questions.ts';
import type { ConsentAnswer, OpenConsent } from '../../identity/identity.ts';
import type { Clock, Millis } from '../../kernel/ports.ts';
import type { ConsentGoal } from './consent-goal.ts';
import { consentLimitMs, propagationLimitMs } from '../status/status.ts';

/** Pauses between tests after a consent came back; the last one repeats (entra-graph §9.3). */
const pausesMs: readonly Millis[] = [2000, 4000, 8000, 15_000, 30_000];
/** From here on Evergrant says what is missing and goes on testing quietly. */
const quietAfterMs: Millis = 2 * 60_000;

/** What a consent's life needs from around it. */
export interface ConsentRunPorts {
  readonly clock: Clock;
  readonly test: (signal: AbortSignal) => Promise<TestResult>;
  readonly goal: ConsentGoal;
  /** The same test without a word: it is kept only when it found something. */
  readonly look: (signal: AbortSignal) => Promise<TestResult>;
  /** The refusal when the redirect's tenant is another one, confirmed; else null. */
  readonly confirmOther: (hint: string, signal: AbortSignal) => Promise<EvergrantError | null>;
  /** Keeps the attempt as it stands and tells screens. */
  readonly save: (attempt: ConsentAttempt) => Promise<void>;
}

/** One consent, from its open page to its end. Its state is the attempt, kept after every step. */
export class ConsentRun {
  attempt: ConsentAttempt;
  /** Wakes whoever sleeps, when a test from elsewhere has found the grant. */
  readonly #found = Promise.withResolvers<void>();
  /** Settles when somebody checked by hand: whoever does that believes that it was accepted. */
  readonly #checked = Promise.withResolvers<'checked'>();
  readonly #ports: ConsentRunPorts;
  /** What the last test showed to be granted beyond what is needed. */
  #excess: Problem | null = null;
  readonly #signal: AbortSignal;

  constructor(ports: ConsentRunPorts, attempt: ConsentAttempt, signal: AbortSignal) {
    this.#ports = ports;
    this.attempt = attempt;
    this.#signal = signal;
  }

  /** Waits for the administrator, then for the grant to take effect. */
  async fromOpenPage(open: OpenConsent): Promise<void> {
    const answer = await this.#answer(open);
    if (answer === 'found') return this.#end('granted', this.#excess);
    if (answer === 'slept') {
      await this.#look();
      return this.attempt.phase === 'granted'
        ? undefined
        : this.#end('timedOut', this.#ports.goal.unanswered);
    }
    if (answer.kind === 'declined') return this.#end('declined', problemOf(answer.error));
    if (answer.kind === 'failed') return this.#end('refused', problemOf(answer.error));
    await this.#update({ phase: 'checking', answeredAt: this.#now(), problem: null });
    if (this.#ports.goal.canTell) return this.untilInEffect(answer.tenantHint);
    await this.#look();
    return this.#end('accepted', newProblem('consent.cannotConfirm'));
  }

  /** Waits for the redirect; after a Check now that found nothing it also looks by itself, with growing pauses. */
  async #answer(open: OpenConsent): Promise<ConsentAnswer | 'slept' | 'found'> {
    const { clock } = this.#ports;
    const until = clock.now() + consentLimitMs;
    const first = Promise.race([open.answer, this.#checked.promise]);
    const answer = await this.#orSleep(first, consentLimitMs);
    if (answer !== 'checked') return answer;
    for (let round = 0; ; round += 1) {
      const left = until - clock.now();
      const pause = Math.min(pausesMs[round] ?? 30_000, left);
      await this.#update({ nextTestAt: new Date(clock.now() + pause).toISOString() });
      const next = await this.#orSleep(open.answer, pause);
      if (next !== 'slept' || pause === left) return next;
      if (await this.#lookQuietly()) return 'found';
    }
  }

  async #lookQuietly(): Promise<boolean> {
    try {
      const test = await this.#ports.look(this.#signal);
      await this.#count(test);
      return this.#isOver(test);
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof EvergrantError)) throw error;
      return false;
    }
  }

  /** Tests with growing pauses and fresh tokens until the grant is in effect, or 30 minutes are over. */
  async untilInEffect(tenantHint: string | null): Promise<void> {
    const { clock } = this.#ports;
    const answeredAt = Date.parse(this.attempt.answeredAt ?? this.attempt.startedAt);
    for (let round = 0; ; round += 1) {
      await this.#look();
      if (this.attempt.phase === 'granted') return;
      if (tenantHint !== null && tenantHint !== this.attempt.tenantId) {
        const refusal = await this.#ports.confirmOther(tenantHint, this.#signal);
        if (refusal !== null) return this.#end('refused', refusal.toProblem());
      }
      const age = clock.now() - answeredAt;
      if (age >= propagationLimitMs) return this.#end('timedOut', this.#stillMissing());
      const pause = Math.min(pausesMs[round] ?? 30_000, propagationLimitMs - age);
      await this.#update({
        phase: age >= quietAfterMs ? 'propagatingQuietly' : 'propagating',
        nextTestAt: new Date(clock.now() + pause).toISOString(),
        problem: age >= quietAfterMs ? this.#stillMissing() : null,
      });
      if ((await this.#orSleep(null, pause)) === 'found') return this.#end('granted', this.#excess);
    }
  }

  /** A test, its own or from elsewhere such as Check now, may find the grant; else it says what to look at. */
  async noteTest(test: TestResult): Promise<void> {
    if (this.attempt.endedAt !== null) return;
    await this.#count(test);
    if (this.#isOver(test)) this.#found.resolve();
    else if (this.attempt.phase === 'waitingForAdministrator') {
      await this.#update({ problem: this.#ports.goal.unanswered });
      this.#checked.resolve('checked');
    }
  }

  async cancelled(): Promise<void> {
    if (this.attempt.endedAt === null)
      await this.#end('cancelled', problemOf(new CancelledError()));
  }

  /** Ends an attempt whose process is gone. */
  async interrupted(): Promise<void> {
    await this.#end('timedOut', newProblem('consent.interrupted', { retry: 'now' }));
  }

  /** Ends an attempt that met something unexpected. */
  async failed(error: unknown): Promise<void> {
    await this.#end('refused', problemOf(error));
  }

  /** The link was brought to a browser, again perhaps; or could not be. */
  async opened(opened: ChosenWay, problem: Problem | null): Promise<void> {
    await this.#update({ opened, problem });
  }

  async #look(): Promise<void> {
    try {
      const test = await this.#ports.test(this.#signal);
      await this.noteTest(test);
      if (this.#isOver(test)) await this.#end('granted', this.#excess);
    } catch (error) {
      this.#signal.throwIfAborted();
      // Another process is testing, or the test could not begin: the next round tries again.
      if (!(error instanceof EvergrantError)) throw error;
    }
  }

  /** Whether there is nothing to wait for: all has taken effect, alone or with a permission too many. */
  #isOver(test: TestResult): boolean {
    const { goal } = this.#ports;
    this.#excess = goal.excess(test);
    return this.#excess !== null || goal.isReached(test);
  }

  async #count(test: TestResult): Promise<void> {
    await this.#update({
      tests: this.attempt.tests + 1,
      missing: this.#ports.goal.missing(test),
    });
  }

  #stillMissing(): Problem {
    const params = { permissions: this.attempt.missing.join(', ') };
    return newProblem('consent.stillMissing', { params, retry: 'after' });
  }

  /** What comes first: the promise, the end of the pause, or a test from elsewhere that found the grant. */
  async #orSleep<T>(promise: Promise<T> | null, ms: Millis): Promise<T | 'slept' | 'found'> {
    const pause = new AbortController();
    const signal = AbortSignal.any([this.#signal, pause.signal]);
    const sleep = this.#ports.clock.sleep(ms, signal).then(() => 'slept' as const);
    sleep.catch(() => {});
    try {
      const found = this.#found.promise.then(() => 'found' as const);
      return await Promise.race([...(promise === null ? [] : [promise]), sleep, found]);
    } finally {
      pause.abort();
    }
  }

  async #end(phase: ConsentAttempt['phase'], problem: Problem | null): Promise<void> {
    const at = this.#now();
    await this.#update({
      phase,
      problem,
      endedAt: at,
      nextTestAt: null,
      ...(phase === 'granted' && { answeredAt: this.attempt.answeredAt ?? at, missing: [] }),
    });
  }

  async #update(changes: Partial<ConsentAttempt>): Promise<void> {
    this.attempt = { ...this.attempt, ...changes };
    await this.#ports.save(this.attempt);
  }

  #now(): string {
    return new Date(this.#ports.clock.now()).toISOString();
  }
}

/** Whether somebody may still accept on Microsoft's page, or Microsoft may still apply it, after an attempt has ended. */
export function mayBeAcceptedYet({ phase, problem }: ConsentAttempt): boolean {
  if (phase === 'timedOut' || phase === 'cancelled') return true;
  // A race: the enterprise application is not there yet, or is there already (entra-graph §3.2).
  return phase === 'refused' && problem !== null && isRace(problem);
}
