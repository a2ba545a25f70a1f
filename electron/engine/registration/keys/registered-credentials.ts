import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { guid } from '../../../contract/ids.ts';
import type { RegisteredCredential, RegisteredCredentials } from '../../../contract/replacement.ts';
import { registrationPages } from '../registration-pages.ts';
import { EvergrantError, recoded } from '../../errors/evergrant-error.ts';
import { parseAnswer } from '../../errors/parse-answer.ts';
import { isUndecided, saysAbsent } from '../../errors/questions.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector, Identity } from '../../identity/identity.ts';
import { quickly } from '../../connection/test/tenant-reads.ts';

interface Ports {
  readonly connector: (profileId: string) => Promise<Connector>;
  /** The connector's customers, those most likely granted first. */
  readonly customersOf: (profileId: string) => Promise<readonly string[]>;
  /** Certificates on this computer that are pending for the swap, PEM. */
  readonly waitingOf: (profileId: string) => Promise<readonly string[]>;
  readonly identity: Pick<Identity, 'appToken'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
}

/** Reads the credentials of a connector's registration, until `signal` aborts or the engine closes. */
export type ReadRegistered = (
  profileId: string,
  signal?: AbortSignal,
) => Promise<RegisteredCredentials>;

/** Number of customers to ask for the owner of the registration: each one knows it. */
const mostAsked = 3;

/**
 * Lists the certificates and secrets of a connector's registration. The enterprise application in any
 * customer names the tenant that owns the registration. The registration can be read only in that
 * tenant, and only when the connector is granted there too.
 *
 * Expected failures are part of the answer. Throws `profile.unknown`, `cloud.*`.
 *
 * Source: learn.microsoft.com/graph/api/application-get; `appOwnerOrganizationId` of
 * servicePrincipal.
 */
export async function readRegisteredCredentials(
  ports: Ports,
  profileId: string,
  signal: AbortSignal,
): Promise<RegisteredCredentials> {
  const connector = await ports.connector(profileId);
  const nothing = { ownTenantId: null, portalUrl: null, credentials: [] };
  let known: Omit<RegisteredCredentials, 'problem'> = nothing;
  try {
    const ownTenantId = await findOwnTenant(ports, connector, signal);
    const { certificates } = registrationPages(
      connector.cloud,
      ownTenantId,
      connector.profile.clientId,
    );
    known = { ...nothing, ownTenantId, portalUrl: certificates };
    const path = `/applications(appId='${connector.profile.clientId}')?$select=id,keyCredentials,passwordCredentials`;
    const registration = await read(
      ports,
      connector,
      ownTenantId,
      path,
      registrationAnswer,
      signal,
    );
    const here = {
      inUse: thumbprintsOf(
        connector.credential?.kind === 'certificate' ? [connector.credential.certificatePem] : [],
      ),
      waiting: thumbprintsOf(await ports.waitingOf(profileId)),
    };
    return { ...known, credentials: present(registration, here), problem: null };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EvergrantError)) throw error;
    return { ...known, problem: problemOfRead(error) };
  }
}

async function findOwnTenant(
  ports: Ports,
  connector: Connector,
  signal: AbortSignal,
): Promise<string> {
  const path = `/servicePrincipals(appId='${connector.profile.clientId}')?$select=appOwnerOrganizationId`;
  const customers = await ports.customersOf(connector.profile.id);
  let refusal = new EvergrantError('credential.ownTenantUnknown', { retry: 'after' });
  for (const tenantId of customers.slice(0, mostAsked)) {
    try {
      return (await read(ports, connector, tenantId, path, ownerAnswer, signal))
        .appOwnerOrganizationId;
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      if (isUndecided(error)) refusal = error;
    }
  }
  throw refusal;
}

async function read<T>(
  { identity, graphs }: Ports,
  connector: Connector,
  tenantId: string,
  path: string,
  schema: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T> {
  const { token } = await identity.appToken(connector, tenantId, { fresh: false, signal });
  return parseAnswer(schema, await graphs.withToken(connector, token).get(path, quickly(signal)));
}

const ownerAnswer = z.object({ appOwnerOrganizationId: guid });

const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .nullish();
const credential = z.object({
  keyId: z.string(),
  displayName: z.string().nullish(),
  startDateTime: moment,
  endDateTime: moment,
});
const registrationAnswer = z.object({
  /** `customKeyIdentifier` of a certificate is its SHA-1 thumbprint, base64. */
  keyCredentials: z.array(credential.extend({ customKeyIdentifier: z.string().nullish() })),
  passwordCredentials: z.array(credential),
});

function present(
  registration: z.output<typeof registrationAnswer>,
  here: { readonly inUse: ReadonlySet<string>; readonly waiting: ReadonlySet<string> },
): RegisteredCredential[] {
  const rowOf = (row: z.output<typeof credential>) => ({
    keyId: row.keyId,
    name: row.displayName ?? null,
    startsAt: row.startDateTime ?? null,
    expiresAt: row.endDateTime ?? null,
  });
  return [
    ...registration.keyCredentials.map((row) => {
      const identifier = row.customKeyIdentifier;
      const thumbprint = identifier ? Buffer.from(identifier, 'base64').toString('hex') : null;
      return {
        ...rowOf(row),
        kind: 'certificate' as const,
        portalThumbprint: thumbprint === null ? null : thumbprint.toUpperCase(),
        inUseHere: thumbprint !== null && here.inUse.has(thumbprint),
        waitsHere: thumbprint !== null && here.waiting.has(thumbprint),
      };
    }),
    ...registration.passwordCredentials.map((row) => ({
      ...rowOf(row),
      kind: 'secret' as const,
      portalThumbprint: null,
      inUseHere: false,
      waitsHere: false,
    })),
  ];
}

/** SHA-1 of PEM certificates, hex. */
function thumbprintsOf(certificates: readonly string[]): ReadonlySet<string> {
  return new Set(
    certificates.map((pem) =>
      new X509Certificate(pem).fingerprint.replaceAll(':', '').toLowerCase(),
    ),
  );
}

function problemOfRead(error: EvergrantError): RegisteredCredentials['problem'] {
  const problem = error.toProblem();
  return saysAbsent(problem) ? recoded(problem, 'credential.registrationUnseen') : problem;
}
