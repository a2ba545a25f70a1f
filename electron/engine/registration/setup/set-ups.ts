import type { z } from 'zod';
import { newProfile } from '../../../contract/profile.ts';
import type { Profile } from '../../../contract/profile.ts';
import type { SavedFile } from '../../../contract/replacement.ts';
import type {
  newSetUp,
  RegistrationPages,
  RegistrationReport,
  SetUp,
} from '../../../contract/set-up.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { Clouds } from '../../clouds/clouds.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Links, Random } from '../../kernel/ports.ts';
import type { SmallFiles } from '../../kernel/files/file-saver.ts';
import type { Profiles } from '../../connectors/profiles.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { certificateFile } from '../keys/certificate-file.ts';
import { isUnknownApplication } from '../../errors/questions.ts';
import { credentialOfPair } from '../keys/key-pairs.ts';
import type { KeyPairs } from '../keys/key-pairs.ts';
import { presentSetUp } from './present-set-up.ts';
import { registrationPages } from '../registration-pages.ts';
import { reportRegistration } from '../check/report-registration.ts';
import type { ReadyConnector, SetUpGraphs, SetUpIdentity, SetUpTenants } from './set-up-ports.ts';
import type { SetUpRecord, SetUpStore } from '../store.ts';

/** Setting up a connector of our own: from a key pair made here to a registration that was looked at. */
export interface SetUps {
  list(): Promise<SetUp[]>;
  /**
   * Finds the MSP's own tenant, makes a key pair, and keeps both.
   * Errors: `tenant.notFound`, `tenant.badDomain`, `cloud.*`, `network.*`.
   */
  begin(asked: z.output<typeof newSetUp>, signal?: AbortSignal): Promise<SetUp>;
  /** The certificate as a file. Errors: `setUp.unknown`, `export.notWritten`. */
  saveCertificate(setUpId: string): Promise<SavedFile>;
  /**
   * Opens a page of the portal. Errors: `setUp.unknown`, `setUp.homeUnknown`, `profile.unknown`,
   * `identity.browserNotOpened`.
   */
  openPage(
    asked:
      | { readonly setUpId: string; readonly page: 'list' | 'create' }
      | { readonly profileId: string; readonly page: keyof RegistrationPages },
  ): Promise<void>;
  /** Deletes the set-up and its key pair. Errors: `setUp.unknown`. */
  giveUp(setUpId: string): Promise<void>;
  /**
   * Takes the client id of the registration that was made: the set-up becomes a connector, and the
   * MSP's own tenant a customer of it unless it is one already. An id that Entra does not know there is
   * refused, and the set-up stays.
   *
   * Errors: `setUp.unknown`, `setUp.applicationUnknown`, `profile.already`, `cloud.*`, `network.*`.
   */
  finish(
    asked: { readonly setUpId: string; readonly clientId: string },
    signal?: AbortSignal,
  ): Promise<{ readonly profile: Profile; readonly tenantId: string }>;
  /**
   * Looks at a connector's registration in the tenant where it lives: `home`, or where it was set up.
   * Errors: `profile.unknown`, `setUp.homeUnknown`, `setUp.vendorsRegistration`, `tenant.*`, `cloud.*`.
   */
  check(
    asked: { readonly profileId: string; readonly home?: string | undefined },
    signal?: AbortSignal,
  ): Promise<RegistrationReport>;
}

/** Entra hears of a new registration after some seconds: so long an unknown id is asked for again. */
const patience = { tries: 5, pauseMs: 2000 } as const;

/** Makes the service. */
export function createSetUps(ports: {
  readonly store: SetUpStore;
  readonly keyPairs: KeyPairs;
  readonly profiles: Profiles;
  readonly clouds: Clouds;
  readonly tenants: SetUpTenants;
  readonly identity: SetUpIdentity;
  readonly graphs: SetUpGraphs;
  readonly files: Pick<SmallFiles, 'save'>;
  readonly links: Pick<Links, 'open'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}): SetUps {
  const { store, keyPairs, clouds, clock } = ports;

  async function find(setUpId: string): Promise<SetUpRecord> {
    const setUp = await store.get(setUpId);
    if (setUp === null) throw new EvergrantError('setUp.unknown', { params: { setUpId } });
    return setUp;
  }

  async function present(setUp: SetUpRecord): Promise<SetUp> {
    const pair = await keyPairs.get(setUp.keyPairId);
    return presentSetUp(setUp, pair, await clouds.resolve(setUp.cloud));
  }

  /** The connector that a set-up is going to be, for asking Entra about it. */
  async function becoming(setUp: SetUpRecord, clientId: string): Promise<ReadyConnector> {
    const { id, name, cloud, createdAt } = setUp;
    return {
      profile: {
        id,
        name,
        clientId,
        cloud,
        owner: 'ours',
        requiredPermissions: connectorPermissions,
        landingPage: null,
        backend: null,
        createdAt,
      },
      cloud: await clouds.resolve(cloud),
      credential: credentialOfPair(await keyPairs.get(setUp.keyPairId)),
    };
  }

  /** Whatever else Entra refuses is told by the check, row by row. */
  async function refuseUnknownId(setUp: SetUpRecord, clientId: string, signal?: AbortSignal) {
    const connector = await becoming(setUp, clientId);
    for (let left = patience.tries; ; left -= 1) {
      try {
        await ports.identity.appToken(connector, setUp.tenantId, {
          fresh: true,
          ...(signal && { signal }),
        });
        return;
      } catch (error) {
        if (!(error instanceof EvergrantError)) throw error;
        if (!(error instanceof EvergrantError && isUnknownApplication(error))) return;
        if (left <= 1) {
          const params = { clientId, home: setUp.home };
          const { raw } = error;
          throw new EvergrantError('setUp.applicationUnknown', {
            params,
            retry: 'after',
            ...(raw && { raw }),
          });
        }
        await clock.sleep(patience.pauseMs, signal);
      }
    }
  }

  async function pagesOfSetUp({ setUpId }: { readonly setUpId: string }) {
    const { cloud, tenantId } = await find(setUpId);
    return registrationPages(await clouds.resolve(cloud), tenantId, null);
  }

  async function pagesOfProfile({ profileId }: { readonly profileId: string }) {
    const { cloud, profile } = await ports.profiles.connector(profileId);
    const tenantId = await store.homeOf(profileId);
    if (tenantId === null) throw new EvergrantError('setUp.homeUnknown');
    return registrationPages(cloud, tenantId, profile.clientId);
  }

  function announce(): void {
    ports.changes.publish({ topic: 'profiles', tenantId: null });
  }

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
        createdAt: clock.now(),
      };
      await store.begin(setUp, pair);
      const params = { name, certificate: pair.name };
      await ports.activity.record({ action: 'setUpBegun', result: 'begun', params });
      announce();
      return await present(setUp);
    },

    saveCertificate: async (setUpId) => {
      const { certificate } = await present(await find(setUpId));
      return await ports.files.save(certificateFile(certificate.fileName, certificate.pem));
    },

    openPage: async (asked) => {
      const pages = 'setUpId' in asked ? await pagesOfSetUp(asked) : await pagesOfProfile(asked);
      const url = pages[asked.page] ?? pages.list;
      try {
        await ports.links.open(url);
      } catch (cause) {
        throw new EvergrantError('identity.browserNotOpened', { retry: 'now', cause });
      }
    },

    giveUp: async (setUpId) => {
      const { name } = await find(setUpId);
      await store.remove(setUpId);
      const params = { name };
      await ports.activity.record({ action: 'setUpGivenUp', result: 'givenUp', params });
      announce();
    },

    finish: async ({ setUpId, clientId }, signal) => {
      const setUp = await find(setUpId);
      const { tenantId } = setUp;
      try {
        await refuseUnknownId(setUp, clientId, signal);
      } finally {
        await ports.identity.forget(setUp.id, tenantId);
      }
      const pair = await keyPairs.get(setUp.keyPairId);
      const profile = await ports.profiles.add(
        newProfile.parse({
          name: setUp.name,
          clientId,
          cloud: setUp.cloud,
          credential: { kind: 'certificate', pem: pair.privateKeyPem + pair.certificatePem },
        }),
      );
      const profileId = profile.id;
      await store.setHome(profileId, tenantId);
      await store.remove(setUpId);
      if ((await ports.tenants.profileOf(tenantId)) === null) {
        await ports.tenants.add({ domainOrId: tenantId, profileId });
      }
      announce();
      return { profile, tenantId };
    },

    check: (asked, signal) => reportRegistration(ports, asked, signal),
  };
}
