import { describe, expect, it } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import { createClouds } from '../../electron/engine/clouds/clouds.ts';
import { problemOf } from '../../electron/engine/errors/evergrant-error.ts';
import { problemFromGraphError } from '../../electron/engine/errors/graph-error.ts';
import { retryOf } from '../../electron/engine/errors/table/row.ts';
import type { Advice } from '../../electron/engine/errors/table/row.ts';
import {
  allCodes,
  isEntraCode,
  isGraphCode,
  microsoftRow,
} from '../../electron/engine/errors/table/table.ts';
import { readConsentAnswer } from '../../electron/engine/identity/consent-answer.ts';
import { createIdentity } from '../../electron/engine/identity/create-identity.ts';
import { createText } from '../../text/create-text.ts';
import { describeProblem } from '../../text/words/problem-text.ts';
import { problemTicket } from '../../text/reports/ticket.ts';
import {
  consentErrorQuery,
  correlationId,
  entraErrorBody,
  entraErrors,
  graphErrorBody,
  graphErrors,
  microsoftWords,
} from '../support/microsoft-errors.ts';
import { entraCodes } from '../support/microsoft-facts.ts';
import { entraMeanings } from '../support/entra-meanings.ts';
import { createMemoryCaches, createMemoryDemands } from '../support/memory-accounts.ts';
import type { RetryLetter } from '../support/microsoft-errors.ts';

const tenantId = '0a1b2c3d-1111-4222-8333-444455556666';
const now = Date.UTC(2026, 10, 25, 10);
const text = createText('en', { timeZone: 'UTC' });

const advice: Readonly<Record<RetryLetter, Advice>> = {
  P: 'wait',
  T: 'transient',
  I: 'interactive',
  A: 'admin',
  N: 'never',
};

/** Expects complete sentences for every part of a problem, without open placeholders. */
function expectSentences(problem: Problem): void {
  const { meaning, cause, cure, who } = describeProblem(text, problem);
  const sentences = [meaning, cause, cure, who];
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[\p{Lu}\d].+[.!?…]$/u);
    expect(sentence).not.toMatch(/\{\{|\}\}|\bunknown\b|undefined/);
  }
  const all = sentences.join(' ');
  expect(all).not.toContain(microsoftWords);
  expect(all.replaceAll(/AADSTS\d+/g, '')).toMatch(/\w{3}/);
}

/** Expects a ticket with the sentences and the details that Microsoft's support asks for. */
function expectTicket(problem: Problem, code: string): void {
  const ticket = problemTicket(text, problem, now, {
    tenant: null,
    profile: null,
    account: null,
    practice: false,
    ticket: null,
  });
  expect(ticket).toContain(describeProblem(text, problem).cure);
  expect(ticket).toContain(code);
  expect(ticket).toContain(correlationId);
  expect(ticket).not.toContain(microsoftWords);
}

/** A sign-in as the connector to which the token endpoint answers with this error. */
async function refusedToken(number: string, oauthError: string, status: number): Promise<Problem> {
  const clouds = createClouds({ readFile: () => Promise.reject(new Error('no file')) });
  const identity = createIdentity({
    network: {
      send: async () => Response.json(entraErrorBody(number, oauthError), { status }),
    },
    links: { open: () => Promise.resolve() },
    clock: { now: () => now, sleep: () => new Promise<never>(() => {}) },
    random: { guid: () => correlationId, bytes: (n) => new Uint8Array(n), fraction: () => 0 },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    tokenCache: createMemoryCaches(),
    demands: createMemoryDemands(),
    changes: { publish: () => {} },
  });
  const connector = {
    cloud: await clouds.resolve({ kind: 'global' }),
    credential: { kind: 'secret', value: 'a secret', expiresAt: null },
    profile: {
      id: '11111111-1111-4111-8111-111111111111',
      name: 'Connector',
      clientId: '22222222-2222-4222-8222-222222222222',
      cloud: { kind: 'global' },
      owner: 'ours',
      requiredPermissions: [],
      landingPage: null,
      backend: null,
      createdAt: 0,
    },
  } as const;
  const refused = await identity.appToken(connector, tenantId, { fresh: true }).then(
    () => Promise.reject(new Error('a token was given')),
    (error: unknown) => error,
  );
  return problemOf(refused);
}

describe('every AADSTS number', () => {
  it('of the catalogue is brought about here, and no other', () => {
    expect(entraErrors.map(({ number }) => `aadsts.${number}`).sort()).toEqual(
      allCodes.filter(isEntraCode).sort(),
    );
  });

  it.each(entraErrors)(
    '$number at the token endpoint becomes sentences to act on, and a ticket',
    async ({ number, oauthError, retry }) => {
      const problem = await refusedToken(number, oauthError, retry === 'T' ? 503 : 400);
      const forPeople = ['aadsts.connectorRule', 'aadsts.connectorRefused'];
      expect(retry === 'I' ? forPeople : [`aadsts.${number}`]).toContain(problem.code);
      expectSentences(problem);
      expectTicket(problem, `AADSTS${number}`);
    },
  );

  it.each(entraErrors)(
    '$number on the way back from the consent page becomes sentences too',
    ({ number, oauthError }) => {
      const answer = readConsentAnswer(consentErrorQuery(number, oauthError));
      if (answer.kind === 'accepted') throw new Error('an error was read as a consent');
      const problem = problemOf(answer.error);
      expect(problem.code).toBe(number === '65004' ? 'consent.declined' : `aadsts.${number}`);
      expectSentences(problem);
      expectTicket(problem, `AADSTS${number}`);
    },
  );

  it.each(entraErrors)('$number is repeated only as the table says', ({ number, retry }) => {
    expect(microsoftRow(`aadsts.${number}`)?.retry).toBe(advice[retry]);
  });

  it('means what the reference says, with its actor and its page', () => {
    const told = new Map(entraMeanings.map((row) => [`aadsts.${row.number}`, row]));
    const ours = allCodes.filter(isEntraCode).map((code) => {
      const row = microsoftRow(code);
      return [code, row?.meaning, row?.who, row?.portal ?? null, row?.retry];
    });
    const theirs = allCodes.filter(isEntraCode).map((code) => {
      const row = told.get(code);
      return [code, row?.meaning, row?.actor, row?.page, row && advice[row.retry]];
    });
    expect(told.size).toBe(ours.length);
    expect(ours).toEqual(theirs);
  });

  it.each(['invalid_grant', 'invalid_client', 'access_denied', 'server_error', 'new_error'])(
    'that nobody knows still says what kind of trouble it is: %s',
    async (oauthError) => {
      const problem = await refusedToken('999991', oauthError, 400);
      expect(problem.code).toMatch(/^aadsts\.(?:unknown|connectorRefused)/);
      expect(describeProblem(text, problem).meaning).toContain('AADSTS999991');
      expectSentences(problem);
      expectTicket(problem, 'AADSTS999991');
    },
  );
});

describe('every code of Graph', () => {
  const failure = (status: number, code: string) =>
    problemFromGraphError({ status, headers: new Headers(), body: graphErrorBody(code) }, now);

  it('of the catalogue is brought about here, and no other', () => {
    expect(graphErrors.map(({ code }) => `graph.${code}`).sort()).toEqual(
      allCodes.filter(isGraphCode).sort(),
    );
  });

  it.each(graphErrors)('$status $code becomes sentences to act on, and a ticket', (row) => {
    const problem = failure(row.status, row.code).toProblem();
    expect(problem.code).toBe(`graph.${row.code}`);
    expect(problem.retry).toBe(retryOf(advice[row.retry]));
    expect(microsoftRow(problem.code)?.retry).toBe(advice[row.retry]);
    expectSentences(problem);
    expectTicket(problem, row.code);
  });

  it.each([400, 403, 418, 509])('that nobody knows says what %i is about', (status) => {
    const problem = failure(status, 'Teapot').toProblem();
    expectSentences(problem);
    expectTicket(problem, 'Teapot');
  });
});

describe('the reference', () => {
  it('has no number that is missing here, and the same advice', () => {
    const ours = new Map<string, string>(entraErrors.map(({ number, retry }) => [number, retry]));
    const differ = Object.entries(entraCodes).filter(
      ([number, retry]) => ours.get(number) !== retry,
    );
    expect(Object.keys(entraCodes).length).toBeGreaterThan(0);
    expect(differ).toEqual([]);
  });
});
