import type { GrantStatus, TestResult } from '../../../contract/grant.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { Known } from './evidence.ts';
import { statusOf } from './status.ts';
import type { Evidence } from './status.ts';
import { worthOf } from './worth.ts';

/** What a test is worth as news. `begun`: it found something that was missing before. */
export type NewsWorth = 'granted' | 'begun' | 'nothing';

/** What a test adds to what is known, and whether the customer was green before it. */
export function newsOf(
  test: TestResult,
  known: Known,
  now: Millis,
): { readonly worth: NewsWorth; readonly showsGreen: boolean } {
  const evidence = { ...known.evidence, attempt: null };
  const kindWith = (tests: Evidence['tests']) =>
    statusOf({ ...evidence, tests }, now, known.freshnessMs).kind;
  const before = kindWith(evidence.tests);
  const showsGreen = isGreen(before);
  const { reached } = worthOf(test, evidence);
  if (!reached) return { worth: 'nothing', showsGreen };
  const lastGood = evidence.tests?.lastGood ?? null;
  const kind = kindWith({ last: test, lastReached: test, lastGood });
  if (isGreen(kind)) return { worth: 'granted', showsGreen };
  const hasBegun = (kind === 'partial' || kind === 'excessive') && before !== kind;
  return { worth: hasBegun ? 'begun' : 'nothing', showsGreen };
}

function isGreen(kind: GrantStatus['kind']): boolean {
  return kind === 'granted' || kind === 'onRecord';
}
