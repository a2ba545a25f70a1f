import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { hashSecret } from '../certificates/state-keys.ts';
import type { AppRegistration } from '../world/types.ts';
import { EntraError } from './aadsts.ts';

/** Where assertions may be addressed to, and the moment. */
export interface ClientAuthentication {
  readonly audiences: readonly string[];
  readonly nowMs: number;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Proves a confidential client by secret or by certificate assertion (RFC 7523). An assertion may be
 * sent again while it is valid: MSAL signs one and uses it for ten minutes.
 *
 * @throws EntraError 7000218, 7000215, 7000222, 700027, 700024
 */
export async function authenticateClient(
  registration: AppRegistration,
  form: URLSearchParams,
  how: ClientAuthentication,
): Promise<'secret' | 'certificate'> {
  const assertion = form.get('client_assertion');
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== assertionType) {
      throw refused(900144, "The request body must contain 'client_assertion_type'.");
    }
    await checkAssertion(registration, assertion, how);
    return 'certificate';
  }
  const secret = form.get('client_secret');
  if (secret === null) {
    throw refused(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  checkSecret(registration, secret, how.nowMs);
  return 'secret';
}

function checkSecret(registration: AppRegistration, secret: string, nowMs: number): void {
  const given = Buffer.from(hashSecret(secret), 'hex');
  const known = registration.secrets.find(({ sha256 }) =>
    timingSafeEqual(given, Buffer.from(sha256, 'hex')),
  );
  if (!known) {
    throw refused(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${registration.clientId}'.`,
    );
  }
  if (known.expiresAt <= nowMs) {
    throw refused(
      7000222,
      `The provided client secret keys for app '${registration.clientId}' are expired.`,
    );
  }
}

async function checkAssertion(
  registration: AppRegistration,
  assertion: string,
  { audiences, nowMs }: ClientAuthentication,
): Promise<void> {
  const unknown = (): EntraError =>
    refused(
      700027,
      'The certificate with identifier used to sign the client assertion is not registered on application.',
    );
  let thumbprint: unknown;
  try {
    thumbprint = decodeProtectedHeader(assertion)['x5t#S256'];
  } catch {
    throw refused(50027, 'JWT token is invalid or malformed.');
  }
  const certificate = registration.certificates
    .map(({ pem, expiresAt }) => ({ x509: new X509Certificate(pem), expiresAt }))
    .find(({ x509 }) => createHash('sha256').update(x509.raw).digest('base64url') === thumbprint);
  if (!certificate) throw unknown();
  if (certificate.expiresAt <= nowMs) {
    throw refused(
      700027,
      'The key was expired. Reason: The certificate used to sign the assertion has expired.',
    );
  }
  try {
    await jwtVerify(assertion, certificate.x509.publicKey, {
      audience: [...audiences],
      issuer: registration.clientId,
      subject: registration.clientId,
      algorithms: ['PS256', 'RS256'],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: 300,
      currentDate: new Date(nowMs),
    });
  } catch (error) {
    if (
      error instanceof errors.JWTExpired ||
      (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
    ) {
      throw refused(700024, 'Client assertion is not within its valid time range.');
    }
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw refused(700023, `Client assertion contains an invalid '${error.claim}'.`);
    }
    throw unknown();
  }
}

function refused(code: number, text: string): EntraError {
  return new EntraError(401, 'invalid_client', code, text);
}
