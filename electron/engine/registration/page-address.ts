import type { RegistrationPages } from '../../contract/set-up.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { Profiles } from '../connectors/profiles.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { registrationPages } from './registration-pages.ts';
import { setUpOf } from './setup/set-up-of.ts';
import type { SetUpStore } from './store.ts';

/** A portal page of the registration of a set-up or of a connector. */
export type AskedPage =
  | { readonly setUpId: string; readonly page: 'list' | 'create' }
  | { readonly profileId: string; readonly page: keyof RegistrationPages };

interface PagePorts {
  readonly store: Pick<SetUpStore, 'get' | 'homeOf'>;
  readonly profiles: Pick<Profiles, 'connector'>;
  readonly clouds: Clouds;
}

/** The page's address. Errors: `setUp.unknown`, `setUp.homeUnknown`, `profile.unknown`, `cloud.*`. */
export async function pageAddress(ports: PagePorts, asked: AskedPage): Promise<string> {
  const pages =
    'setUpId' in asked
      ? await pagesOfSetUp(ports, asked.setUpId)
      : await pagesOfProfile(ports, asked.profileId);
  return pages[asked.page] ?? pages.list;
}

async function pagesOfSetUp(
  { store, clouds }: Pick<PagePorts, 'store' | 'clouds'>,
  setUpId: string,
): Promise<RegistrationPages> {
  const { cloud, tenantId } = await setUpOf(store, setUpId);
  return registrationPages(await clouds.resolve(cloud), tenantId, null);
}

async function pagesOfProfile(
  { store, profiles }: Pick<PagePorts, 'store' | 'profiles'>,
  profileId: string,
): Promise<RegistrationPages> {
  const { cloud, profile } = await profiles.connector(profileId);
  const tenantId = await store.homeOf(profileId);
  if (tenantId === null) throw new EvergrantError('setUp.homeUnknown');
  return registrationPages(cloud, tenantId, profile.clientId);
}
