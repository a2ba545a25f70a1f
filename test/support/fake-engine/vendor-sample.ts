import type { PermissionCheck, Proof, TestResult } from '../../../electron/contract/grant.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { ConsentLinkReading } from '../../../electron/contract/vendor.ts';
import { ago, id, profile } from './sample-data.ts';
import type { SampleCustomer } from './sample-data.ts';

/** A vendor's registration, with a reader. */
export const vendorsProfile: Profile = {
  ...profile,
  id: id(1, 2),
  name: 'Palisade Endpoint Security',
  clientId: '7b1d1a2b-3c4d-4e5f-8a6b-7c8d9e0f1a2b',
  owner: 'vendor',
  vendor: { reader: { profileId: profile.id, name: profile.name }, consent: null },
  backend: {
    name: 'Palisade Console',
    address: 'https://console.palisade.example/tenants',
    words: 'Settings → Microsoft Entra',
  },
  credential: null,
};

/** What the sample's consent link says. */
export const linkReading: ConsentLinkReading = {
  clientId: vendorsProfile.clientId,
  clouds: [{ choice: { kind: 'global' }, label: 'Microsoft 365 (worldwide)' }],
  form: 'v2',
  scopes: ['https://graph.microsoft.com/.default'],
  redirectUri: 'https://console.palisade.example/granted',
  tenant: 'organizations',
};

const reason = (code: string, params: Problem['params'] = {}): Problem => ({
  code,
  params,
  retry: 'after',
});
const vendorsOwn = reason('grant.vendorsRegistration');
const notGranted = reason('grant.readerNotGranted', { name: profile.name });
const noCredential = reason('identity.noCredential');
const proven: Proof = { outcome: 'proven', at: ago(6), problem: null };
const untried = (problem: Problem): Proof => ({ outcome: 'notTried', at: null, problem });

const seen = (
  of: Profile,
  proofs: (
    check: PermissionCheck['permission'],
  ) => Pick<PermissionCheck, 'grant' | 'token' | 'read'>,
  rest: Partial<TestResult>,
): TestResult => ({
  id: id(3, 40),
  tenantId: id(2, 40),
  profileId: of.id,
  startedAt: ago(6.1),
  finishedAt: ago(6),
  checks: of.requiredPermissions.map((permission) => ({
    permission,
    verdict: 'couldNotTell',
    ...proofs(permission),
  })),
  findings: [],
  organization: null,
  servicePrincipalId: null,
  account: null,
  refusal: null,
  ...rest,
});

/** The sample's customers, with those of a vendor's registration and of a connector without a credential. */
export function withVendors(customers: readonly SampleCustomer[]): SampleCustomer[] {
  const own = untried(vendorsOwn);
  const onRecord = seen(vendorsProfile, () => ({ grant: proven, token: own, read: own }), {});
  const left: Proof = { outcome: 'couldNotTell', at: ago(6), problem: notGranted };
  const blind = seen(vendorsProfile, () => ({ grant: left, token: own, read: own }), {
    refusal: notGranted,
  });
  const bare: Profile = { ...profile, id: id(1, 3), name: 'Without a key', credential: null };
  const untriedHere = untried(noCredential);
  const delegated = seen(
    bare,
    ({ type }) =>
      type === 'delegated'
        ? { grant: untriedHere, token: proven, read: proven }
        : { grant: untriedHere, token: untriedHere, read: untriedHere },
    { account: 'tech@msp.example', refusal: noCredential },
  );
  return customers.flatMap((customer) => {
    if (customer.row.displayName !== 'Margie’s Travel') return [customer];
    return [
      become(customer, null, vendorsProfile, onRecord, 'onRecord', [vendorsOwn]),
      become(customer, 41, vendorsProfile, blind, 'couldNotTell', [notGranted]),
      become(customer, 42, bare, delegated, 'couldNotTell', [noCredential]),
    ];
  });
}

function become(
  { row, connection }: SampleCustomer,
  index: number | null,
  of: Profile,
  lastTest: TestResult,
  kind: SampleCustomer['row']['status']['kind'],
  reasons: Problem[],
): SampleCustomer {
  const tenantId = index === null ? row.tenantId : id(2, index);
  const displayName = index === null ? row.displayName : `${row.displayName} ${index}`;
  const primaryDomain = index === null ? row.primaryDomain : `margies-${index}.example`;
  const changed = { tenantId, displayName, primaryDomain, profileId: of.id };
  const status = { ...row.status, kind, reasons, since: lastTest.finishedAt };
  return {
    row: { ...row, ...changed, status },
    connection: {
      ...connection,
      tenant: { ...connection.tenant, ...changed },
      profile: of,
      status,
      lastTest: { ...lastTest, tenantId },
      account: lastTest.account,
    },
  };
}
