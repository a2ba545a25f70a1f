import { z } from 'zod';
import { guid } from '../../contract/ids.ts';
import { readerIn } from '../connectors/readers.ts';
import type { Readers } from '../connectors/readers.ts';
import { errorOf, EvergrantError } from '../errors/evergrant-error.ts';
import type { GraphFactory } from '../graph/graph.ts';
import { ofReader } from '../connection/test/record-test.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { isCredentialFault, saysAbsent, saysNothingOfApplication } from '../errors/questions.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import { quickly } from '../connection/test/tenant-reads.ts';
import type { Connector, Identity } from '../identity/identity.ts';

/**
 * What a check for the connector found. `refused`: a new token was refused as not installed.
 * `notFound`: an identity that can still read the tenant does not find it. `there`: it exists, with
 * its object ID if known, and with Microsoft's refusal if it was refused.
 */
export type Look =
  | { readonly kind: 'refused' }
  | { readonly kind: 'notFound' }
  | {
      readonly kind: 'there';
      readonly servicePrincipalId: string | null;
      readonly refusal: EvergrantError | null;
    };

/** Checks whether the connector is in a tenant. */
export type LookForConnector = (tenantId: string, signal?: AbortSignal) => Promise<Look>;

const principal = z.object({ id: guid });

/**
 * Makes the reset's check for the connector. For a registration of ours, it requests a new token,
 * whose `oid` is the enterprise application; a vendor's is read by the reader. A cached token proves
 * nothing.
 *
 * Errors of the check: `grant.noReader`, `grant.reader*`, and any error that shows nothing about the
 * connector, such as a refused credential of its own or a missing network.
 */
export function createLookForConnector(ports: {
  readonly readers: Pick<Readers, 'readingOf'>;
  readonly identity: Pick<Identity, 'appToken'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
}): LookForConnector {
  async function asItself(
    connector: Connector,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<Look> {
    try {
      const { objectId } = await ports.identity.appToken(connector, tenantId, {
        fresh: true,
        signal,
      });
      return { kind: 'there', servicePrincipalId: objectId, refusal: null };
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      const problem = error.toProblem();
      const meaning = saysOfGrant(problem);
      if (meaning === 'notInstalled') return { kind: 'refused' };
      const isTurnedAway = meaning === 'refused' || meaning === 'disabled';
      const isOfApplication = !isCredentialFault(problem) && !saysNothingOfApplication(problem);
      if (!isTurnedAway || !isOfApplication) throw error;
      return { kind: 'there', servicePrincipalId: null, refusal: error };
    }
  }

  async function byReader(
    { profile: { clientId } }: Connector,
    reader: Connector,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<Look> {
    const { name } = reader.profile;
    if (reader.credential === null) {
      throw new EvergrantError('grant.readerNoCredential', { params: { name } });
    }
    try {
      const { token } = await ports.identity.appToken(reader, tenantId, { fresh: true, signal });
      const found = await ports.graphs
        .withToken(reader, token)
        .get(`/servicePrincipals(appId='${clientId}')?$select=id`, quickly(signal));
      const { id } = parseAnswer(principal, found);
      return { kind: 'there', servicePrincipalId: id, refusal: null };
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      if (saysAbsent(error)) return { kind: 'notFound' };
      throw errorOf(ofReader(error.toProblem(), name), error);
    }
  }

  return async (tenantId, signal = new AbortController().signal) => {
    const reading = await ports.readers.readingOf(tenantId);
    if (reading.kind === 'own') return asItself(reading.connector, tenantId, signal);
    return byReader(reading.connector, readerIn(reading), tenantId, signal);
  };
}
