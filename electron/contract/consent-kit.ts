import { z } from 'zod';
import { guid } from './ids.ts';
import { permission } from './grant.ts';
import { tenant } from './tenant.ts';

/** The parts of a message to a customer's administrator. */
export const consentKit = z.object({
  tenant,
  /** Pinned to the tenant ID; contains no secret and never redirects to this computer. */
  link: z.string(),
  /** The administrator's last page: the connector's own page, or Microsoft's. */
  ending: z.enum(['landingPage', 'microsoftPage']),
  clientId: guid,
  /** The connector as Microsoft's page shows it; null if no tenant could be read. */
  shownAs: z
    .object({
      name: z.string(),
      /** The verified publisher; null: Microsoft shows "unverified". */
      publisher: z.string().nullable(),
    })
    .nullable(),
  /** This team's name for the connector. */
  connectorName: z.string(),
  requiredPermissions: z.array(permission),
});
export type ConsentKit = z.infer<typeof consentKit>;
