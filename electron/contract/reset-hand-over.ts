import { z } from 'zod';
import { guid, tenantId } from './ids.ts';
import { person, reset } from './reset.ts';
import { tenantAlias } from './tenant.ts';

/** Whose reset a hand-over file holds. */
export const handedOverTenant = z.object({
  tenantId,
  /** As the colleague calls the customer. */
  name: tenantAlias.min(1),
  primaryDomain: z.string().max(255).nullable(),
});

/**
 * What stands in the way of carrying the reset on here. `nothing`; `noConnector`: its connector is not
 * on this computer; `otherConnector`: the customer is here with another one; `here`: this very reset
 * stands here already; `older`: it went on here after the file was written; `running`: another reset of
 * this customer is open here; `ended`: it has ended here.
 */
export const handOverHindrance = z.enum([
  'nothing',
  'noConnector',
  'otherConnector',
  'here',
  'older',
  'running',
  'ended',
]);
export type HandOverHindrance = z.infer<typeof handOverHindrance>;

/** What a hand-over file holds, for a person to look at before the reset is carried on here. */
export const handOverContent = z.object({
  tenant: handedOverTenant,
  connector: z.object({ name: z.string(), clientId: guid, cloudLabel: z.string() }),
  reset: reset.omit({ profileId: true, portalPage: true }),
  hindrance: handOverHindrance,
});
export type HandOverContent = z.infer<typeof handOverContent>;

/** A hand-over file on its way in. Larger than any that Evergrant writes: another file. */
export const handOverText = z.string().max(1_000_000);

/** A colleague's reset that is carried on here. */
export const takeOver = z.object({
  text: handOverText,
  /** Who carries it on, for the record. */
  by: person,
});
export type TakeOver = z.output<typeof takeOver>;
