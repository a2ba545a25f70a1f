import { z } from 'zod';
import { guid } from './ids.ts';
import { permission } from './grant.ts';
import { tenant } from './tenant.ts';

/** What a message to a customer's administrator is made of. */
export const consentKit = z.object({
  tenant,
  /** Pinned to the tenant id; nothing secret in it, and it never leads back to this computer. */
  link: z.string(),
  /** Where the administrator ends: the connector's own page, or Microsoft's last one. */
  ending: z.enum(['landingPage', 'microsoftPage']),
  clientId: guid,
  /** The connector as Microsoft's page shows it; null where no tenant could be asked. */
  shownAs: z
    .object({
      name: z.string(),
      /** The verified publisher; null: Microsoft shows "unverified". */
      publisher: z.string().nullable(),
    })
    .nullable(),
  /** What this team calls the connector. */
  connectorName: z.string(),
  requiredPermissions: z.array(permission),
});
export type ConsentKit = z.infer<typeof consentKit>;
