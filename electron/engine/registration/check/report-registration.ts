import type { RegistrationReport } from '../../../contract/set-up.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { Profiles } from '../../connectors/profiles.ts';
import { checkRegistration } from './check-registration.ts';
import { registrationPages } from '../registration-pages.ts';
import type { SetUpGraphs, SetUpIdentity, SetUpTenants } from '../setup/set-up-ports.ts';
import type { SetUpStore } from '../store.ts';

/** What the report of a registration uses. */
export interface ReportPorts {
  readonly store: Pick<SetUpStore, 'homeOf' | 'setHome'>;
  readonly profiles: Pick<Profiles, 'connector' | 'get'>;
  readonly tenants: Pick<SetUpTenants, 'profileOf'>;
  readonly identity: SetUpIdentity;
  readonly graphs: SetUpGraphs;
  readonly activity: Activity;
  readonly clock: Clock;
}

/**
 * Checks a connector's registration in the tenant that owns it, and records the check. A `home` that
 * is proven right is stored.
 *
 * Errors: `profile.unknown`, `setUp.homeUnknown`, `setUp.vendorsRegistration`, `tenant.*`, `cloud.*`.
 */
export async function reportRegistration(
  ports: ReportPorts,
  { profileId, home }: { readonly profileId: string; readonly home?: string | undefined },
  signal?: AbortSignal,
): Promise<RegistrationReport> {
  const connector = await ports.profiles.connector(profileId);
  const { cloud, profile } = connector;
  if (profile.owner === 'vendor') throw new EvergrantError('setUp.vendorsRegistration');
  const tenantId =
    home === undefined
      ? await ports.store.homeOf(profileId)
      : (await ports.identity.discover(cloud, home, signal)).tenantId;
  if (tenantId === null) throw new EvergrantError('setUp.homeUnknown');
  const { checks, notGranted } = await checkRegistration(ports, connector, tenantId, signal);
  const isFound = checks.some(({ kind, verdict }) => kind === 'application' && verdict === 'right');
  if (home !== undefined && isFound) await ports.store.setHome(profileId, tenantId);
  const isOurs = (await ports.tenants.profileOf(tenantId)) === profileId;
  const ready = checks.every(({ verdict }) => verdict === 'right' || verdict === 'caution');
  await ports.activity.record({
    action: 'registrationChecked',
    result: ready ? 'ready' : 'notReady',
    tenantId,
    profileId,
    params: { name: profile.name },
  });
  return {
    profile: await ports.profiles.get(profileId),
    tenantId,
    checkedAt: new Date(ports.clock.now()).toISOString(),
    checks: [...checks],
    ready,
    grant: notGranted ? (isOurs ? 'here' : 'inPortal') : 'notNeeded',
    pages: registrationPages(cloud, tenantId, profile.clientId),
  };
}
