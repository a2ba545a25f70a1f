import { z } from 'zod';
import { guid } from '../../../contract/ids.ts';

const redirects = z.object({ redirectUris: z.array(z.string()).default([]) });

/** The checked properties, as the request names them. */
export const registrationSelect =
  'id,appId,displayName,signInAudience,publicClient,web,spa,requiredResourceAccess,verifiedPublisher';

/**
 * An app registration as `GET /applications(appId='…')` returns it.
 *
 * Source: learn.microsoft.com/graph/api/resources/application.
 */
export const registration = z.object({
  appId: guid,
  displayName: z.string(),
  signInAudience: z.string(),
  publicClient: redirects.nullish(),
  web: redirects.nullish(),
  spa: redirects.nullish(),
  requiredResourceAccess: z
    .array(
      z.object({
        resourceAppId: guid,
        resourceAccess: z.array(z.object({ id: guid, type: z.string() })),
      }),
    )
    .default([]),
  verifiedPublisher: z.object({ displayName: z.string().nullish() }).nullish(),
});
export type Registration = z.infer<typeof registration>;
