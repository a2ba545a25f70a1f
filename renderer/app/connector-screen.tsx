import type { ReactNode } from 'react';
import { ConnectorPage } from '../features/connectors/connector-page.tsx';
import { ConnectorsPage } from '../features/connectors/connectors-page.tsx';
import { CredentialPage } from '../features/connectors/credential-page.tsx';
import { ImportPage } from '../features/connectors/import-page.tsx';
import { RegistrationPage } from '../features/connectors/registration-page.tsx';
import { VendorPage } from '../features/connectors/vendor/vendor-page.tsx';

/** The screen of an address under `#/connectors`; null where there is none. */
export function connectorScreen(
  path: string,
  what: string | undefined,
  part: string | undefined,
): ReactNode {
  switch (what) {
    case undefined:
      return <ConnectorsPage key="connectors" />;
    case 'new':
      if (part === 'vendor') return <VendorPage key="vendor" />;
      return part === undefined ? <RegistrationPage key="registration" /> : null;
    case 'import':
      return part === undefined ? <ImportPage key="import" /> : null;
    default:
      if (part === 'credential') return <CredentialPage key={path} profileId={what} />;
      return part === undefined ? <ConnectorPage key={path} profileId={what} /> : null;
  }
}
