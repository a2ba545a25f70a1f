import { expect, test } from 'vitest';
import type { Connector } from '../identity/identity.ts';
import { createLookForConnector } from './look-for-connector.ts';

const guid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const connector = (name: string): Connector => ({
  profile: {
    id: guid('1'),
    name,
    clientId: guid('2'),
    cloud: { kind: 'global' },
    owner: 'vendor',
    requiredPermissions: [],
    landingPage: null,
    backend: null,
    createdAt: 0,
  },
  cloud: { graphBaseUrl: 'https://graph.example' } as Connector['cloud'],
  credential: { kind: 'secret', value: 'not a secret', expiresAt: null },
});

/** A check by the reader, with this answer from Graph. */
const lookAt = (answer: unknown) =>
  createLookForConnector({
    readers: {
      readingOf: () =>
        Promise.resolve({
          kind: 'vendors',
          connector: connector('Vendor'),
          reader: connector('Reader'),
        }),
    },
    identity: {
      appToken: () => Promise.resolve({ token: 'token', objectId: guid('3') }),
    } as never,
    graphs: { withToken: () => ({ get: () => Promise.resolve(answer) }) } as never,
  })(guid('4'));

test('an enterprise application that the reader is shown is there', async () => {
  expect(await lookAt({ id: guid('5') })).toMatchObject({
    kind: 'there',
    servicePrincipalId: guid('5'),
  });
});

test.each([{}, { id: 7 }, [], null, 'there'])(
  'the answer %j says nothing: it is an answer that cannot be read, not a fault of Evergrant',
  async (answer) => {
    await expect(lookAt(answer)).rejects.toMatchObject({
      code: 'graph.unreadable',
    });
  },
);
