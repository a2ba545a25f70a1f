import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { JOSEError } from 'jose/errors';
import { hashSecret } from '../certificates/state-keys.ts';
import type { AppRegistration } from '../world/types.ts';
import { AadstsError } from './aadsts-error.ts';
import type { ClientProof } from './access-tokens.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How an application proves that it is itself, as sent to the token endpoint. */
export interface SentProof {
  readonly secret: string | undefined;
  readonly assertion: string | undefined;
  readonly assertionType: string | undefined;
  /** What `aud` of an assertion may be: the token endpoint, by id or by the name in the request. */
  readonly audiences: readonly string[];
  /** System time, ms. */
  readonly now: number;
}

/**
 * Checks a client's secret or certificate assertion, signature included. Throws AADSTS 7000215,
 * 7000222, 7000218, 700027, 700024 or 700023.
 *
 * Source: learn.microsoft.com/entra/identity-platform/certificate-credentials.
 */
export async function checkClientProof(
  registration: AppRegistration,
  sent: SentProof,
): Promise<Exclude<ClientProof, '0'>> {
  if (sent.assertion !== undefined && sent.assertionType === assertionType) {
    await checkAssertion(registration, sent.assertion, sent);
    return '2';
  }
  if (sent.secret !== undefined) {
    checkSecret(registration, sent.secret, sent.now);
    return '1';
  }
  throw refuse(
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );
}

function checkSecret(registration: AppRegistration, secret: string, now: number): void {
  const given = Buffer.from(hashSecret(secret));
  const found = registration.secrets.find(({ sha256 }) => {
    const known = Buffer.from(sha256);
    return known.length === given.length && timingSafeEqual(known, given);
  });
  const app = `'${registration.clientId}'`;
  if (found === undefined) {
    throw refuse(
      7000215,
      'Invalid client secret provided. Ensure the secret being sent in the request is the client ' +
        `secret value, not the client secret ID, for a secret added to app ${app}.`,
    );
  }
  if (found.expiresAt < now) {
    throw refuse(7000222, `The provided client secret keys for app ${app} are expired.`);
  }
}

async function checkAssertion(
  registration: AppRegistration,
  assertion: string,
  { audiences, now }: SentProof,
): Promise<void> {
  const certificate = registeredCertificate(registration, assertion, now);
  try {
    const { payload } = await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ['PS256', 'RS256'],
      issuer: registration.clientId,
      subject: registration.clientId,
      audience: [...audiences],
      requiredClaims: ['exp', 'nbf', 'jti'],
      clockTolerance: 300,
      currentDate: new Date(now),
    });
    if (typeof payload.jti !== 'string') throw badAssertion('the jti claim is missing');
  } catch (error) {
    if (!(error instanceof JOSEError)) throw error;
    throw assertionError(error);
  }
}

function assertionError(error: JOSEError): AadstsError {
  const claim = 'claim' in error ? String(error.claim) : '';
  if (error.code === 'ERR_JWT_EXPIRED' || claim === 'nbf') {
    return refuse(700024, 'Client assertion is not within its valid time range.');
  }
  if (claim === 'aud') {
    return refuse(700023, 'Client assertion audience claim does not match Realm issuer.');
  }
  return badAssertion(claim === '' ? 'the signature is not valid' : `the ${claim} claim is wrong`);
}

/** The certificate that the assertion's thumbprint names. SHA-1 (`x5t`) is still taken, as at Microsoft. */
function registeredCertificate(
  registration: AppRegistration,
  assertion: string,
  now: number,
): X509Certificate {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(assertion);
  } catch {
    throw badAssertion('it is not a JWT');
  }
  for (const { pem, notBefore, expiresAt } of registration.certificates) {
    const certificate = new X509Certificate(pem);
    const print = (hash: string): string =>
      createHash(hash).update(certificate.raw).digest('base64url');
    const isNamed = header['x5t#S256'] === print('sha256') || header.x5t === print('sha1');
    if (!isNamed) continue;
    if (now < notBefore || now > expiresAt) throw badAssertion('the certificate has expired');
    return certificate;
  }
  throw refuse(
    700027,
    'The certificate with identifier used to sign the client assertion is not registered on application.',
  );
}

function badAssertion(why: string): AadstsError {
  return refuse(700027, `Client assertion failed signature validation: ${why}.`);
}

function refuse(code: number, text: string): AadstsError {
  return new AadstsError({ code, error: 'invalid_client', text });
}
