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

/** Pauses between tests after the administrator consented; the last one repeats. */
const pausesMs: readonly Millis[] = [2000, 4000, 8000, 15_000, 30_000];
/** After this, Evergrant reports what is missing and keeps testing quietly. */
const quietAfterMs: Millis = 2 * 60_000;

/** What a consent run uses. */
export interface ConsentRunPorts {
  readonly clock: Clock;
  readonly test: (signal: AbortSignal) => Promise<TestResult>;
  readonly goal: ConsentGoal;
  /** The same test, quiet: stored only when it found something. */
  readonly look: (signal: AbortSignal) => Promise<TestResult>;
  /** If the redirect named another tenant and a token confirms it: the refusal; else null. */
  readonly confirmOther: (hint: string, signal: AbortSignal) => Promise<EvergrantError | null>;
  /** Stores the attempt's current state and notifies screens. */
  readonly save: (attempt: ConsentAttempt) => Promise<void>;
}

/** One consent, from its open page to its end. Its state is the attempt, which is stored after every step. */
export class ConsentRun {
  attempt: ConsentAttempt;
  /** Ends the pauses when a test started elsewhere has found the grant. */
  readonly #found = Promise.withResolvers<void>();
  /** Settles when a person ran Check now, which suggests that the consent was accepted. */
  readonly #checked = Promise.withResolvers<'checked'>();
  readonly #ports: ConsentRunPorts;
  /** What the last test found granted beyond what is needed. */
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

  /** Waits for the redirect. If Check now found nothing, also tests automatically, with growing pauses. */
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

  /** Tests with growing pauses and fresh tokens until the grant is in effect, or for 30 minutes. */
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

  /** Applies a test's result, also of one started elsewhere such as Check now. */
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

  /** Ends an attempt whose process no longer runs. */
  async interrupted(): Promise<void> {
    await this.#end('timedOut', newProblem('consent.interrupted', { retry: 'now' }));
  }

  /** Ends an attempt after an unexpected error. */
  async failed(error: unknown): Promise<void> {
    await this.#end('refused', problemOf(error));
  }

  /** Notes that the link was opened in a browser (perhaps again), or why it could not be. */
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
      // Another process is testing, or the test could not start: the next round retries.
      if (!(error instanceof EvergrantError)) throw error;
    }
  }

  /** Whether the wait is over: everything has taken effect, possibly with an excess permission. */
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

  /** Whichever is first: the promise, the end of the pause, or a test elsewhere that found the grant. */
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

/** Whether a person or Microsoft may still complete the consent after an attempt ended. */
export function mayBeAcceptedYet({ phase, problem }: ConsentAttempt): boolean {
  if (phase === 'timedOut' || phase === 'cancelled') return true;
  // A race: the enterprise application does not exist yet, or exists already.
  return phase === 'refused' && problem !== null && isRace(problem);
}
