import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Reset, ResetAction } from '../../electron/contract/reset.ts';
import { createAdministrator } from './administrator.ts';
import { addPracticeConnector } from './practice-connector.ts';
import type { EngineHost } from './engine-host.ts';
import type { PracticeCloud } from './practice-cloud.ts';

const second = 1_000;

type RunningCloud = Pick<PracticeCloud, 'manifest' | 'customer' | 'control'>;

/** The customer whose connector is refused since their primary domain changed. */
export const refusedCustomer = 'domainRefused';

/** What a technician and the customer's administrator do in one customer's reset. */
export interface ResetWalk {
  readonly tenantId: string;
  /** Applies one action to the reset in its current state. */
  act(action: ResetAction): Promise<Reset>;
  check(): Promise<Reset>;
  /** Checks until the reset leaves this step; time advances between the checks. */
  passes(step: Reset['state']): Promise<Reset>;
  /** The administrator deletes the enterprise application. */
  remove(): Promise<void>;
  /** The administrator accepts on the page that Evergrant opened. */
  consent(): Promise<void>;
  /** The administrator accepts on a page that another person sent. */
  consentElsewhere(): Promise<void>;
}

/** Adds the practice connector, with a vendor's backend, and the customer; time is the host's. */
export async function addRefusedCustomer(
  cloud: RunningCloud,
  host: Pick<EngineHost, 'client'>,
): Promise<void> {
  await addConnector(cloud, host);
  await host.client.tenants.add({ domainOrId: cloud.customer(refusedCustomer).tenantId });
}

/** Where the vendor's own side of a grant is removed. */
export const palisadeConsole = {
  name: 'Palisade console',
  words: 'Settings → Azure AD → Remove Grant',
};

/** Adds only the practice connector. */
export async function addConnector(
  cloud: RunningCloud,
  host: Pick<EngineHost, 'client'>,
): Promise<void> {
  await addPracticeConnector(cloud, host, { backend: palisadeConsole });
}

/** Makes the walk; `host` returns the current host, for tests that restart it. */
export function createResetWalk(
  cloud: RunningCloud,
  host: () => Pick<EngineHost, 'client' | 'clock'>,
  key: string = refusedCustomer,
): ResetWalk {
  const { tenantId, accounts } = cloud.customer(key);
  const { clientId } = cloud.manifest.connector;
  const administrator = () =>
    createAdministrator(
      accounts.find(({ role }) => role === 'globalAdministrator')?.userPrincipalName ?? '',
    );
  const act = async (action: ResetAction): Promise<Reset> => {
    const now = await host().client.resets.last({ tenantId });
    if (now === null) throw new Error('no reset was begun');
    return host().client.resets.act({ tenantId, version: now.version, action });
  };
  const check = () => act({ kind: 'check' });
  return {
    tenantId,
    act,
    check,
    passes: async (step) => {
      for (let checks = 0; checks < 20; checks += 1) {
        const now = await check();
        if (now.state !== step) return now;
        host().clock.jump(10 * second);
      }
      throw new Error(`The reset does not leave ${step}.`);
    },
    remove: async () => {
      await cloud.control('POST', `/tenants/${key}`, {
        type: 'deletePrincipal',
        appId: clientId,
      });
    },
    consent: async () => {
      const { url } = await host().client.grants.begin({ tenantId });
      await administrator().consent(url, 'accept');
    },
    consentElsewhere: async () => {
      const file = z
        .object({ browserBaseUrl: z.string() })
        .parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
      const link = `${file.browserBaseUrl}/${tenantId}/adminconsent?client_id=${clientId}`;
      await administrator().consent(link, 'accept');
    },
  };
}

/** The principals that the practice cloud has on record for the connector. */
export async function connectorPrincipals(
  cloud: RunningCloud,
  key: string = refusedCustomer,
): Promise<{ readonly live: readonly string[]; readonly deleted: readonly string[] }> {
  const rows = z.array(z.object({ objectId: z.string(), appId: z.string() }));
  const record = z
    .object({ servicePrincipals: rows, deletedServicePrincipals: rows.default([]) })
    .parse(await cloud.control('GET', `/tenants/${key}`));
  const of = (found: z.output<typeof rows>) =>
    found
      .filter(({ appId }) => appId === cloud.manifest.connector.clientId)
      .map(({ objectId }) => objectId);
  return { live: of(record.servicePrincipals), deleted: of(record.deletedServicePrincipals) };
}
