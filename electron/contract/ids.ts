import { z } from 'zod';
import { tidyPasted } from './pasted.ts';

const exactGuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A GUID, lower-cased at the edge so that ids compare by `===`; what was pasted around it is taken off. */
export const guid = z
  .string()
  .overwrite((text) => (exactGuid.test(text) ? text : tidyPasted(text)))
  .toLowerCase()
  .regex(exactGuid);

/** The tenant id: the only name of a customer that never changes. */
export const tenantId = guid;
export type TenantId = z.infer<typeof tenantId>;

/** The id of a connector profile, made here. */
export const profileId = guid;
export type ProfileId = z.infer<typeof profileId>;

/** A moment: ISO 8601 in UTC, as everywhere in the contract. */
export const instant = z.iso.datetime();
export type Instant = z.infer<typeof instant>;
