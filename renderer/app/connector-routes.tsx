import { ConnectorPage } from '../features/connectors/connector-page.tsx';
import { ConnectorsPage } from '../features/connectors/connectors-page.tsx';
import { CredentialPage } from '../features/connectors/credential-page.tsx';
import { ImportPage } from '../features/connectors/import-page.tsx';
import { RegistrationPage } from '../features/connectors/registration-page.tsx';
import { CheckPage } from '../features/connectors/set-up/check-page.tsx';
import { SetUpPage } from '../features/connectors/set-up/set-up-page.tsx';
import { VendorPage } from '../features/connectors/vendor/vendor-page.tsx';
import { route } from './route.ts';
import type { Route } from './route.ts';

const section = 'connectors';
const atFirstRun = true;

/** Words in the place of a connector's ID that are not IDs. */
const words: ReadonlySet<string | undefined> = new Set(['new', 'import', 'set-up']);

/** A screen of one connector. */
const ofConnector =
  (find: Route): Route =>
  (path, around) =>
    words.has(path.split('/').filter(Boolean)[1]) ? null : find(path, around);

/** The screens under `#/connectors`. */
export const connectorRoutes: readonly Route[] = [
  route({ path: '/connectors', section, screen: () => <ConnectorsPage /> }),
  route({
    path: '/connectors/set-up',
    section,
    atFirstRun,
    screen: () => <SetUpPage setUpId={null} />,
  }),
  route({
    path: '/connectors/set-up/:setUp',
    section,
    atFirstRun,
    screen: ({ setUp }) => <SetUpPage setUpId={setUp} />,
  }),
  route({ path: '/connectors/new', section, atFirstRun, screen: () => <RegistrationPage /> }),
  route({ path: '/connectors/new/vendor', section, atFirstRun, screen: () => <VendorPage /> }),
  route({ path: '/connectors/import', section, atFirstRun, screen: () => <ImportPage /> }),
  ofConnector(
    route({
      path: '/connectors/:profile',
      section,
      atFirstRun,
      screen: ({ profile }) => <ConnectorPage profileId={profile} />,
    }),
  ),
  ofConnector(
    route({
      path: '/connectors/:profile/check',
      section,
      atFirstRun,
      screen: ({ profile }) => <CheckPage profileId={profile} />,
    }),
  ),
  ofConnector(
    route({
      path: '/connectors/:profile/credential',
      section,
      atFirstRun,
      screen: ({ profile }) => <CredentialPage profileId={profile} />,
    }),
  ),
];
