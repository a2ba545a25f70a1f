import { EvergrantError } from './evergrant-error.ts';
import { demandOf, isSignInRule } from './questions.ts';

/**
 * A refusal of a token request without a signed-in person. Entra also answers the connector with
 * numbers meant for people, whose texts ask to sign in; this turns them into texts about the
 * connector.
 */
export function refusalOfConnector(error: EvergrantError): EvergrantError {
  if (demandOf(error) !== 'signIn') return error;
  const { raw, cause } = error;
  const number = /^AADSTS(\d+)$/.exec(raw?.code ?? '')?.[1];
  const details = { retry: 'after', raw, cause } as const;
  if (number === undefined) {
    const params = { error: raw?.code ?? error.code };
    return new EvergrantError('identity.refused', { ...details, params });
  }
  const code = isSignInRule(error) ? 'aadsts.connectorRule' : 'aadsts.connectorRefused';
  return new EvergrantError(code, { ...details, params: { number } });
}
