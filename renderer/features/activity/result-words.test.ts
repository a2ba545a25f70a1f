import { expect, test } from 'vitest';
import { verdictKind } from '../../../electron/contract/doctor.ts';
import { consentWay } from '../../../electron/contract/consent-way.ts';
import { consentAttempt, statusKind } from '../../../electron/contract/grant.ts';
import { profile } from '../../../electron/contract/profile.ts';
import { syncRun } from '../../../electron/contract/sync.ts';
import { createText } from '../../../text/create-text.ts';
import { resultWords } from './result-words.ts';

const text = createText('en');

test.each([
  ...statusKind.options,
  ...verdictKind.options,
  ...consentAttempt.shape.phase.options,
  ...consentWay.options,
  ...syncRun.shape.state.options,
  ...profile.shape.owner.options,
])('the record says “%s” in words, not as a code', (result) => {
  expect(resultWords(text, result)).not.toBe(result);
});
