import { z } from 'zod';
import { keepSecret, readCertificate, thumbprints } from '../world/registered-credential.ts';
import { deleteRegistration, graphPermission, removeCredential } from '../world/registrations.ts';
import type { AppRegistration } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';

const thumbprint = z.string().transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase());
const moment = z.iso.datetime().transform((text) => Date.parse(text));
const permission = z.strictObject({
  name: z.string(),
  type: z.enum(['delegated', 'application']),
});

/** Changes that the owner of a registration can make, and the expiry of credentials. */
export const registrationChange = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('addCertificate'),
    /** Also accepts an expired certificate, which the portal would refuse. */
    pem: z.string(),
    displayName: z.string().nullable().default(null),
  }),
  /** By SHA-1 thumbprint, hex. */
  z.strictObject({ type: z.literal('removeCertificate'), thumbprint }),
  z.strictObject({
    type: z.literal('addSecret'),
    value: z.string().min(1),
    displayName: z.string().nullable().default(null),
    expires: moment.optional(),
  }),
  z.strictObject({
    type: z.literal('setRedirects'),
    redirectUris: z.array(
      z.strictObject({ uri: z.url(), platform: z.enum(['publicClient', 'web']) }),
    ),
  }),
  z.strictObject({ type: z.literal('setPermissions'), permissions: z.array(permission) }),
  z.strictObject({ type: z.literal('setPublisherVerified'), verified: z.boolean() }),
  z.strictObject({ type: z.literal('setMultiTenant'), multiTenant: z.boolean() }),
  z.strictObject({ type: z.literal('setDisabledByMicrosoft'), disabled: z.boolean() }),
  /** The owner deactivates the registration, or activates it again. */
  z.strictObject({ type: z.literal('setDeactivated'), deactivated: z.boolean() }),
  /** Sets when credentials expire: all of the kind, or only the certificate with a thumbprint. */
  z.strictObject({
    type: z.literal('expire'),
    kind: z.enum(['certificates', 'secrets']),
    thumbprint: thumbprint.optional(),
    at: moment.default(0),
  }),
  z.strictObject({ type: z.literal('delete') }),
]);
export type RegistrationChange = z.output<typeof registrationChange>;

/** Creates a registration in a tenant, as the portal does. */
export const newRegistration = z.strictObject({
  displayName: z.string().min(1),
  multiTenant: z.boolean().default(false),
});

const year = 365 * 24 * 60 * 60 * 1000;

/** Makes the change and saves it. Throws a plain Error that names the problem. */
export function changeRegistration(
  store: WorldStore,
  registration: AppRegistration,
  change: RegistrationChange,
  now: number,
): void {
  store.change(() => {
    switch (change.type) {
      case 'addCertificate':
        registration.certificates.push(readCertificate(change.pem, change.displayName));
        return;
      case 'removeCertificate': {
        for (const { keyId } of named(registration, change.thumbprint)) {
          removeCredential(registration, keyId);
        }
        return;
      }
      case 'addSecret':
        registration.secrets.push(
          keepSecret(change.value, change.displayName, now, change.expires ?? now + year),
        );
        return;
      case 'setRedirects':
        registration.redirectUris = change.redirectUris;
        return;
      case 'setPermissions':
        registration.requiredResourceAccess = change.permissions.map(({ name, type }) =>
          graphPermission(name, type),
        );
        return;
      case 'setPublisherVerified':
        registration.publisher.verified = change.verified;
        return;
      case 'setMultiTenant':
        registration.multiTenant = change.multiTenant;
        return;
      case 'setDisabledByMicrosoft':
        registration.disabledByMicrosoft = change.disabled;
        return;
      case 'setDeactivated':
        registration.isDisabled = change.deactivated;
        return;
      case 'expire': {
        const ending =
          change.thumbprint === undefined
            ? registration[change.kind]
            : named(registration, change.thumbprint);
        for (const credential of ending) credential.expiresAt = change.at;
        return;
      }
      case 'delete':
        deleteRegistration(store.world, registration, now);
    }
  });
}

/** A registration as the control API returns it: without secrets and their hashes. */
export function registrationRecord(registration: AppRegistration): unknown {
  const { secrets, certificates, ...rest } = registration;
  return {
    ...rest,
    certificates: certificates.map((one) => ({
      ...one,
      thumbprint: thumbprints(one.pem).sha1.toString('hex').toUpperCase(),
    })),
    secrets: secrets.map(({ sha256: _hidden, ...secret }) => secret),
  };
}

function named({ certificates, clientId }: AppRegistration, wanted: string) {
  const found = certificates.filter(({ pem }) => thumbprints(pem).sha1.toString('hex') === wanted);
  if (found.length === 0) throw new Error(`${clientId} has no certificate ${wanted}.`);
  return found;
}
