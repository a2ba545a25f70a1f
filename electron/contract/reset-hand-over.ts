import { z } from 'zod';
import { guid, tenantId } from './ids.ts';
import { person, reset } from './reset.ts';
import { tenantAlias } from './tenant.ts';

/** The customer and connector of the reset in a hand-over file. */
export const handedOverTenant = z.object({
  tenantId,
  /** The colleague's name for the customer. */
  name: tenantAlias.min(1),
  primaryDomain: z.string().max(255).nullable(),
});

/**
 * What prevents continuing the reset on this computer. `nothing`; `noConnector`: its connector is not
 * on this computer; `otherConnector`: the customer has another connector on this computer; `here`:
 * this computer already has this reset in this state; `older`: the reset continued on this computer
 * after the file was written; `running`: another reset of this customer is open on this computer;
 * `ended`: this reset has ended on this computer.
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

/** The contents of a hand-over file, for a person to review before continuing the reset. */
export const handOverContent = z.object({
  tenant: handedOverTenant,
  connector: z.object({ name: z.string(), clientId: guid, cloudLabel: z.string() }),
  reset: reset.omit({ profileId: true, portalPage: true }),
  hindrance: handOverHindrance,
});
export type HandOverContent = z.infer<typeof handOverContent>;

/** A hand-over file as input. Evergrant never writes a larger one. */
export const handOverText = z.string().max(1_000_000);

/** A colleague's reset to continue on this computer. */
export const takeOver = z.object({
  text: handOverText,
  /** The name of the person who continues it, for the record. */
  by: person,
});
export type TakeOver = z.output<typeof takeOver>;
