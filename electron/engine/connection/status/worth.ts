import type { TestResult } from '../../../contract/grant.ts';
import { saysOfGrant } from '../test/refusal.ts';
import type { TestWorth } from '../store.ts';
import { isBestTest } from '../test/verdict.ts';
import type { Requirements } from '../test/verdict.ts';

/** What a test is worth as evidence. */
export function worthOf(test: TestResult, requirements: Requirements): TestWorth {
  return {
    reached: test.refusal === null || saysOfGrant(test.refusal) !== 'outOfReach',
    good: isBestTest(test, requirements),
  };
}
