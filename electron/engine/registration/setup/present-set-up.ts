import { X509Certificate } from 'node:crypto';
import type { SetUp } from '../../../contract/set-up.ts';
import type { Cloud } from '../../clouds/cloud.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { registrationPages } from '../registration-pages.ts';
import { redirectUri } from './scripts/registration-wish.ts';
import { registrationScripts } from './scripts/scripts.ts';
import type { KeyPairRecord, SetUpRecord } from '../store.ts';

/** A set-up as it crosses the contract: of the key pair, only the certificate. */
export function presentSetUp(setUp: SetUpRecord, pair: KeyPairRecord, cloud: Cloud): SetUp {
  const { id, name, tenantId, home } = setUp;
  const { certificatePem } = pair;
  const certificate = new X509Certificate(certificatePem);
  return {
    id,
    name,
    cloud: cloud.name,
    cloudLabel: cloud.label,
    tenantId,
    home,
    certificate: {
      name: pair.name,
      pem: certificatePem,
      portalThumbprint: certificate.fingerprint.replaceAll(':', ''),
      fileName: `${fileWord(pair.name)}.cer`,
      expiresAt: new Date(pair.expiresAt).toISOString(),
    },
    redirectUri,
    permissions: [...connectorPermissions],
    scripts:
      cloud.name === 'custom'
        ? []
        : registrationScripts({
            name,
            cloud: cloud.name,
            tenantId,
            certificatePem,
            certificateName: pair.name,
            permissions: connectorPermissions,
          }),
    pages: registrationPages(cloud, tenantId, null),
    createdAt: new Date(setUp.createdAt).toISOString(),
  };
}

/** Letters, digits and hyphens: every operating system accepts them in a file name. */
function fileWord(name: string): string {
  const word = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `evergrant-${word || 'connector'}`;
}
