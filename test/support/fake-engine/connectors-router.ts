import { implement, ORPCError } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { WaitingCertificate } from '../../../electron/contract/replacement.ts';
import { ago, id, profile } from './sample-data.ts';
import type { Scenario } from './scenario.ts';
import { vendorsProfile } from './vendor-sample.ts';

const minutesOfDay = 24 * 60;
const inDays = (days: number): string => ago(-days * minutesOfDay - 60);

/** A connector in another cloud whose secret has ended, and one that has no credential yet. */
const others: readonly Profile[] = [
  {
    ...profile,
    id: id(1, 2),
    name: 'Palisade Endpoint Security',
    clientId: '6a1e2b3c-4d5e-4f60-8b7c-9d0e1f2a3b4c',
    cloud: 'usGovL4',
    cloudLabel: 'US Government (GCC High)',
    landingPage: 'https://msp.example/granted',
    backend: {
      name: 'Palisade Console',
      address: 'https://console.palisade.example/',
      words: 'Settings → Azure AD & Active Directory → Remove Grant',
    },
    credential: { kind: 'secret', thumbprint: null, expiresAt: ago(3 * minutesOfDay) },
  },
  {
    ...profile,
    id: id(1, 3),
    name: 'Acme Shield',
    clientId: '7b2f3c4d-5e6f-4071-9c8d-0e1f2a3b4c5d',
    credential: null,
  },
];

const waiting: WaitingCertificate = {
  profileId: profile.id,
  name: 'Northwind Security on LAPTOP-7',
  certificatePem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  thumbprint: 'cd'.repeat(32),
  portalThumbprint: '0F'.repeat(20),
  fileName: 'evergrant-0f0f0f0f.cer',
  expiresAt: inDays(364),
  createdAt: ago(4),
  scripts: [{ kind: 'azureCliBash', text: '#!/usr/bin/env bash' }],
};

const failure = (code: string) =>
  new ORPCError('EVERGRANT', { defined: true, data: { code, params: {}, retry: 'after' } });

/** `profiles.*` and `credentials.*` over sample data. */
export function connectorsRouter(scenario: Scenario) {
  const engine = implement(engineContract);
  const own: Profile =
    scenario === 'credentialEnds'
      ? { ...profile, credential: { ...certificate, expiresAt: inDays(12) } }
      : profile;
  const all = scenario === 'firstRun' ? [] : [own, vendorsProfile, ...others];
  const savedAs = { download: null, path: '/home/tech/Northwind-Security.evergrant.json' };
  return {
    profiles: {
      list: engine.profiles.list.handler(() => [...all]),
      add: engine.profiles.add.handler(() => profile),
      edit: engine.profiles.edit.handler(() => profile),
      export: engine.profiles.export.handler(() => ({ fileName: 'x.evergrant.json', text: '{}' })),
      save: engine.profiles.save.handler(() => savedAs),
      read: engine.profiles.read.handler(() => ({ ...profile, reader: null, already: null })),
      import: engine.profiles.import.handler(() => profile),
      remove: engine.profiles.remove.handler(() => ({ removed: true as const })),
    },
    credentials: {
      waiting: engine.credentials.waiting.handler(() =>
        scenario === 'replacing' ? waiting : null,
      ),
      begin: engine.credentials.begin.handler(() => waiting),
      swap: engine.credentials.swap.handler(() => {
        throw failure('aadsts.700027');
      }),
      giveUp: engine.credentials.giveUp.handler(() => ({ givenUp: true })),
      saveCertificate: engine.credentials.saveCertificate.handler(() => ({
        download: null,
        path: '/home/tech/evergrant-0f0f0f0f.cer',
      })),
      registered: engine.credentials.registered.handler(() => ({
        ownTenantId: id(2, 1),
        portalUrl: 'https://entra.microsoft.com/',
        credentials: [
          registered(1, 'Northwind Security on LAPTOP-7', 'AB', { inUseHere: true }),
          registered(2, 'Northwind Security on FRONT-DESK', '3C', {}),
          registered(3, null, '9E', {}),
        ],
        problem: null,
      })),
    },
  };
}

const certificate = { kind: 'certificate', thumbprint: 'ab'.repeat(32) } as const;

const registered = (
  index: number,
  name: string | null,
  digits: string,
  here: { readonly inUseHere?: boolean },
) => ({
  keyId: id(12, index),
  kind: 'certificate' as const,
  name,
  portalThumbprint: digits.repeat(20),
  startsAt: ago(40_000),
  expiresAt: inDays(100 * index),
  inUseHere: here.inUseHere ?? false,
  waitsHere: false,
});
