import type { z } from 'zod';
import type { Profile } from '../../../contract/profile.ts';
import type { SavedFile } from '../../../contract/replacement.ts';
import type { newSetUp, RegistrationReport, SetUp } from '../../../contract/set-up.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { Clouds } from '../../clouds/clouds.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Links, Random } from '../../kernel/ports.ts';
import type { FileSaver } from '../../kernel/files/file-saver.ts';
import type { Profiles } from '../../connectors/profiles.ts';
import { certificateFile } from '../keys/certificate-file.ts';
import type { KeyPairs } from '../keys/key-pairs.ts';
import { presentSetUp } from './present-set-up.ts';
import { pageAddress } from '../page-address.ts';
import type { AskedPage } from '../page-address.ts';
import { reportRegistration } from '../check/report-registration.ts';
import { finishSetUp } from './finish-set-up.ts';
import { setUpOf } from './set-up-of.ts';
import type { SetUpGraphs, SetUpIdentity, SetUpTenants } from './set-up-ports.ts';
import type { SetUpRecord, SetUpStore } from '../store.ts';

/** Sets up one of our own connectors: from a new key pair to a checked registration. */
export interface SetUps {
  list(): Promise<SetUp[]>;
  /**
   * Finds the MSP's own tenant, makes a key pair, and stores both.
   * Errors: `tenant.notFound`, `tenant.badDomain`, `cloud.*`, `network.*`.
   */
  begin(asked: z.output<typeof newSetUp>, signal?: AbortSignal): Promise<SetUp>;
  /** The certificate as a file. Errors: `setUp.unknown`, `export.notWritten`. */
  saveCertificate(setUpId: string): Promise<SavedFile>;
  /**
   * Opens a page of the portal. Errors: `setUp.unknown`, `setUp.homeUnknown`, `profile.unknown`,
   * `identity.browserNotOpened`.
   */
  openPage(asked: AskedPage): Promise<void>;
  /** Deletes the set-up and its key pair. Errors: `setUp.unknown`. */
  giveUp(setUpId: string): Promise<void>;
  /**
   * Takes the client ID of the new registration: the set-up becomes a connector, and the MSP's own
   * tenant becomes one of its customers unless it is a customer already. If Entra does not know the
   * ID in that tenant, the ID is refused and the set-up remains.
   *
   * Errors: `setUp.unknown`, `setUp.applicationUnknown`, `profile.already`, `cloud.*`, `network.*`.
   */
  finish(
    asked: { readonly setUpId: string; readonly clientId: string },
    signal?: AbortSignal,
  ): Promise<{ readonly profile: Profile; readonly tenantId: string }>;
  /**
   * Checks a connector's registration in the tenant that owns it: `home`, or the tenant of its
   * set-up.
   * Errors: `profile.unknown`, `setUp.homeUnknown`, `setUp.vendorsRegistration`, `tenant.*`,
   * `cloud.*`.
   */
  check(
    asked: { readonly profileId: string; readonly home?: string | undefined },
    signal?: AbortSignal,
  ): Promise<RegistrationReport>;
}

interface SetUpPorts {
  readonly store: SetUpStore;
  readonly keyPairs: KeyPairs;
  readonly profiles: Profiles;
  readonly clouds: Clouds;
  readonly tenants: SetUpTenants;
  readonly identity: SetUpIdentity;
  readonly graphs: SetUpGraphs;
  readonly files: Pick<FileSaver, 'save'>;
  readonly links: Pick<Links, 'open'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes the set-ups' service. */
export function createSetUps(ports: SetUpPorts): SetUps {
  const { store, keyPairs, clouds } = ports;

  const present = (setUp: SetUpRecord) => presentOne(ports, setUp);
  const announce = (): void => ports.changes.publish({ topic: 'profiles', tenantId: null });

  return {
    list: async () => Promise.all((await store.list()).map(present)),

    begin: async ({ name, cloud, home }, signal) => {
      const { tenantId } = await ports.identity.discover(await clouds.resolve(cloud), home, signal);
      const pair = await keyPairs.make({ connectorName: name, profileId: null });
      const setUp: SetUpRecord = {
        id: ports.random.guid(),
        name,
        cloud,
        tenantId,
        home,
        keyPairId: pair.id,
        createdAt: ports.clock.now(),
      };
      await store.begin(setUp, pair);
      const params = { name, certificate: pair.name };
      await ports.activity.record({ action: 'setUpBegun', result: 'begun', params });
      announce();
      return await present(setUp);
    },

    saveCertificate: async (setUpId) => {
      const { certificate } = await present(await setUpOf(store, setUpId));
      return await ports.files.save(certificateFile(certificate.fileName, certificate.pem));
    },

    openPage: async (asked) => {
      const url = await pageAddress(ports, asked);
      try {
        await ports.links.open(url);
      } catch (cause) {
        throw new EvergrantError('identity.browserNotOpened', { retry: 'now', cause });
      }
    },

    giveUp: async (setUpId) => {
      const { name } = await setUpOf(store, setUpId);
      await store.remove(setUpId);
      const params = { name };
      await ports.activity.record({ action: 'setUpGivenUp', result: 'givenUp', params });
      announce();
    },

    finish: async ({ setUpId, clientId }, signal) => {
      const setUp = await setUpOf(store, setUpId);
      const profile = await finishSetUp(ports, setUp, clientId, signal);
      announce();
      return { profile, tenantId: setUp.tenantId };
    },

    check: (asked, signal) => reportRegistration(ports, asked, signal),
  };
}

async function presentOne(
  { keyPairs, clouds }: Pick<SetUpPorts, 'keyPairs' | 'clouds'>,
  setUp: SetUpRecord,
): Promise<SetUp> {
  const pair = await keyPairs.get(setUp.keyPairId);
  return presentSetUp(setUp, pair, await clouds.resolve(setUp.cloud));
}
