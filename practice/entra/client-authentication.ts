import { timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { hashSecret, thumbprints } from '../world/registered-credential.ts';
import type { AppRegistration, RegisteredCertificate } from '../world/types.ts';
import { EntraError } from './aadsts.ts';

/** The audiences that assertions may have, and the current time. */
export interface ClientAuthentication {
  readonly audiences: readonly string[];
  readonly nowMs: number;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Authenticates a confidential client by secret or by certificate assertion (RFC 7523). An assertion may be
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
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(assertion);
  } catch {
    throw refused(50027, 'JWT token is invalid or malformed.');
  }
  const print = header['x5t#S256'] ?? header.x5t;
  const isNamed = ({ pem }: RegisteredCertificate): boolean => {
    const { sha1, sha256 } = thumbprints(pem);
    return [sha1, sha256].some((one) => one.toString('base64url') === print);
  };
  const certificate = registration.certificates.find(isNamed);
  if (!certificate) throw invalidSignature('The key was not found.', print);
  if (certificate.expiresAt <= nowMs) throw invalidSignature('The key used is expired.', print);
  try {
    await jwtVerify(assertion, new X509Certificate(certificate.pem).publicKey, {
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
    throw invalidSignature('The key does not verify the signature.', print);
  }
}

function invalidSignature(reason: string, print: unknown): EntraError {
  const named = typeof print === 'string' ? Buffer.from(print, 'base64url').toString('hex') : '';
  return refused(
    700027,
    `Client assertion contains an invalid signature. [Reason - ${reason}, Thumbprint of key used by client: '${named.toUpperCase()}']`,
  );
}

function refused(code: number, text: string): EntraError {
  return new EntraError(401, 'invalid_client', code, text);
}
