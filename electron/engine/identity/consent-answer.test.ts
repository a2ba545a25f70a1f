import { expect, test } from 'vitest';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { isRace, meaningOf } from '../errors/questions.ts';
import { readConsentAnswer } from './consent-answer.ts';

const answerWith = (error: string, description: string) =>
  readConsentAnswer(
    new URLSearchParams({ admin_consent: 'True', error, error_description: description }),
  );
function failedWith(description: string) {
  const answer = answerWith('invalid_client', description);
  if (answer.kind !== 'failed') throw new Error(`read as ${answer.kind}`);
  const { error } = answer;
  if (!(error instanceof EvergrantError)) throw error;
  return error;
}

const unmanaged =
  "Using application 'Connector' is currently not supported for your organization contoso.example because it is in an unmanaged state. An administrator needs to claim ownership of the company by DNS validation of contoso.example before the application can be provisioned.";

test.each([650051, 65005])('a directory that no one has taken over is no race: %i', (number) => {
  const error = failedWith(`AADSTS${number}: ${unmanaged}\r\nTrace ID: x`);
  expect(error).toMatchObject({ code: 'tenant.unmanaged', raw: { code: `AADSTS${number}` } });
  expect(isRace(error)).toBe(false);
});

test('the same numbers with other words are what they were', () => {
  const race = failedWith('AADSTS650051: The service principal name is already present.');
  expect(isRace(race)).toBe(true);
  expect(meaningOf(failedWith('AADSTS65005: Misconfigured application.'))).toBe('registration');
});
