import type { Permission, TestResult } from '../../contract/grant.ts';
import { meaningOf } from './refusal.ts';
import type { TestWorth } from './store.ts';
import { isGoodTest } from './verdict.ts';

/** What a test is worth as evidence. */
export function worthOf(test: TestResult, required: readonly Permission[]): TestWorth {
  return {
    reached: test.refusal === null || meaningOf(test.refusal) !== 'outOfReach',
    good: isGoodTest(test, required),
  };
}
