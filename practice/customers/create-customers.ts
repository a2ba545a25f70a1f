import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import { fillLargeDirectory } from './large-directory.ts';
import { primaryDomain } from '../world/find.ts';
import { addAccount, changePrimaryDomain, grant, newTenant } from './new-tenant.ts';
import { fillOddDirectory } from './odd-directory.ts';
import { addGroups, addMemberships, addPeople } from './ordinary-directory.ts';
import { createRandom } from '../world/random.ts';
import { createRegistrations } from './registrations.ts';

const day = 24 * 60 * 60 * 1000;

export interface CustomerOptions {
  readonly seed: number;
  /** Exact number of groups of the large customer. */
  readonly largeGroups?: number;
  /** Exact number of memberships of the large customer. */
  readonly largeMemberships?: number;
  /** Milliseconds on the effect clock. */
  readonly now: number;
}

/**
 * The customers of the practice cloud and the app registrations they use. The same options give the same IDs,
 * names and memberships; a change of one customer does not affect the others.
 *
 * The first registration is the MSP's connector, the second a vendor's, the third requests a permission that
 * may write.
 */
export function createCustomers(options: CustomerOptions): {
  registrations: AppRegistration[];
  tenants: PracticeTenant[];
} {
  const { now, largeGroups = 10_000, largeMemberships = largeGroups * 10 } = options;
  const root = createRandom(`evergrant practice ${options.seed}`);
  const make = (key: string, displayName: string, stem: string, countryLetterCode: string) => {
    const random = root.fork(key);
    return {
      random,
      tenant: newTenant(random, { key, displayName, stem, countryLetterCode, now }),
    };
  };
  const fill = (made: ReturnType<typeof make>, people: number, groups: number): void => {
    const ids = addPeople(made.random, made.tenant, people);
    addMemberships(made.random, made.tenant, addGroups(made.random, made.tenant, groups), ids);
  };

  const partner = make('partner', 'Northlight Managed Services', 'northlight', 'IE');
  fill(partner, 25, 12);
  const registrations = createRegistrations(
    root.fork('registrations'),
    partner.tenant.tenantId,
    now - 400 * day,
  );
  const { connector } = registrations;
  grant(partner.random, partner.tenant, connector, now - 400 * day);

  const healthy = make('healthy', 'Alderbrook Veterinary Group', 'alderbrook', 'GB');
  fill(healthy, 180, 200);
  grant(healthy.random, healthy.tenant, connector, now - 200 * day);

  const neverGranted = make('neverGranted', 'Harbour & Finch Architects', 'harbourfinch', 'NL');
  fill(neverGranted, 45, 60);

  const refused = make('domainRefused', 'Tidewater Logistics', 'tidewater', 'PT');
  fill(refused, 90, 80);
  const refusedPrincipal = grant(refused.random, refused.tenant, connector, now - 150 * day);
  changePrimaryDomain(refused.tenant, 'tidewater-freight.example');
  refused.tenant.refusedPrincipals.push(refusedPrincipal.objectId);

  const harmless = make('domainHarmless', 'Kestrel Dental Care', 'kestreldental', 'DK');
  fill(harmless, 70, 50);
  grant(harmless.random, harmless.tenant, connector, now - 150 * day);
  changePrimaryDomain(harmless.tenant, 'kestrel-smiles.example');

  const large = make('large', 'Meridian Hospital Trust', 'meridiantrust', 'GB');
  fillLargeDirectory(large.random, large.tenant, largeGroups, largeMemberships);
  grant(large.random, large.tenant, connector, now - 90 * day);

  const odd = make('odd', 'Quillfeather & Søns', 'quillfeather', 'NO');
  fillOddDirectory(odd.random, odd.tenant);
  grant(odd.random, odd.tenant, connector, now - 60 * day);

  const customers = [healthy, neverGranted, refused, harmless, large, odd].map((one) => one.tenant);
  addTechnicians(partner.random, partner.tenant, customers);
  const tenants = [...customers, partner.tenant];
  for (const tenant of tenants) tenant.directory.forgetChanges();
  return {
    registrations: [registrations.connector, registrations.vendor, registrations.writing],
    tenants,
  };
}

/** Two GDAP technicians: one who may consent to everything, one who may only read. */
function addTechnicians(
  random: ReturnType<typeof createRandom>,
  partner: PracticeTenant,
  customers: readonly PracticeTenant[],
): void {
  const technicians = [
    ['Sanne', 'Visser', 'privilegedRoleAdministrator'],
    ['Oliver', 'Quinn', 'directoryReaders'],
  ] as const;
  for (const [givenName, surname, role] of technicians) {
    addAccount(random, partner, givenName, surname, 'none');
    const account = partner.accounts.pop();
    if (account === undefined) throw new Error(`${primaryDomain(partner)} has no accounts`);
    partner.accounts.push({
      ...account,
      partnerAccess: customers.map(({ tenantId }) => ({ tenantId, role })),
    });
  }
}
