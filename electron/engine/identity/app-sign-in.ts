import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Configuration } from '@azure/msal-node';
import { createPrivateKey } from 'node:crypto';
import { graphScope } from '../clouds/clouds.ts';
import type { CredentialRecord } from '../connectors/store.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { refusalOfConnector } from '../errors/refusal-of-connector.ts';
import type { AccessToken, Connector } from './identity.ts';
import { authorityOf, fingerprint, msalConfiguration } from './msal-configuration.ts';
import type { MsalNetwork } from './msal-network.ts';
import { readAccessToken } from './token-claims.ts';

/** Signs in as the connector itself. Its tokens are only in memory. */
export interface AppSignIn {
  token(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken>;
  forget(profileId: string, tenantId: string): void;
  dropProfile(profileId: string): void;
}

export function createAppSignIn(network: MsalNetwork): AppSignIn {
  const apps = new Map<
    string,
    { readonly print: string; readonly app: ConfidentialClientApplication }
  >();

  function appFor(connector: Connector, tenantId: string): ConfidentialClientApplication {
    const key = `${connector.profile.id} ${tenantId}`;
    const print = fingerprint(connector);
    const known = apps.get(key);
    if (known?.print === print) return known.app;
    const common = msalConfiguration(connector, authorityOf(connector.cloud, tenantId), network);
    const app = new ConfidentialClientApplication({
      ...common,
      auth: { ...common.auth, ...credentialOf(connector.credential) },
    });
    apps.set(key, { print, app });
    return app;
  }

  return {
    token: async (connector, tenantId, { fresh, signal }) => {
      const app = appFor(connector, tenantId);
      const result = await network
        .run(signal, () =>
          app.acquireTokenByClientCredential({
            scopes: [graphScope(connector.cloud)],
            skipCache: fresh,
          }),
        )
        .catch((error: unknown) => {
          throw error instanceof EvergrantError ? refusalOfConnector(error) : error;
        });
      const token = readAccessToken(result?.accessToken ?? '', null);
      if (token.tenantId !== tenantId) {
        throw new EvergrantError('identity.wrongTenant', {
          params: { found: token.tenantId, expected: tenantId },
        });
      }
      return token;
    },
    dropProfile: (profileId) => {
      for (const key of apps.keys()) if (key.startsWith(`${profileId} `)) apps.delete(key);
    },
    forget: (profileId, tenantId) => {
      apps.delete(`${profileId} ${tenantId}`);
    },
  };
}

function credentialOf(credential: CredentialRecord | null): Partial<Configuration['auth']> {
  if (credential === null) throw new EvergrantError('identity.noCredential');
  if (credential.kind === 'secret') return { clientSecret: credential.value };
  try {
    createPrivateKey(credential.privateKeyPem);
  } catch (error) {
    throw new EvergrantError('identity.credentialUnusable', { cause: error });
  }
  return {
    clientCertificate: {
      thumbprintSha256: credential.thumbprint,
      privateKey: credential.privateKeyPem,
    },
  };
}
