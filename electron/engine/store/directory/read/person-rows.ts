import type { MemberRow, PersonRow } from '../../../../contract/directory.ts';
import { objectTypes } from '../schema/codes.ts';
import { lines } from '../pages/former-addresses.ts';

/** The columns of a person's row, for a SELECT over `person p` and `object o`. */
export const personColumns = `p.tenant_no, p.no, o.id, p.name, p.upn, p.mail, p.job_title, p.addresses,
  p.former, p.guest, p.enabled`;

/** A row selected with `personColumns`. */
export interface PersonColumns {
  readonly tenant_no: number;
  readonly no: number;
  readonly id: string;
  readonly name: string | null;
  readonly upn: string | null;
  readonly mail: string | null;
  readonly job_title: string | null;
  readonly addresses: string;
  readonly former: string;
  readonly guest: number;
  readonly enabled: number | null;
}

export function personRow(row: PersonColumns, tenantId: string): PersonRow {
  return {
    tenantId,
    id: row.id,
    displayName: row.name,
    userPrincipalName: row.upn,
    mail: row.mail,
    jobTitle: row.job_title,
    otherAddresses: [...lines(row.addresses), ...lines(row.former)],
    guest: row.guest === 1,
    enabled: row.enabled === null ? null : row.enabled === 1,
  };
}

/** A member of any type. */
export interface MemberColumns {
  readonly id: string;
  readonly type: number;
  readonly name: string | null;
  readonly upn: string | null;
  readonly mail: string | null;
  readonly guest: number | null;
  readonly enabled: number | null;
}

export function memberRow(row: MemberColumns): MemberRow {
  return {
    id: row.id,
    type: objectTypes[row.type] ?? 'unknown',
    displayName: row.name,
    userPrincipalName: row.upn,
    mail: row.mail,
    guest: row.guest === 1,
    enabled: row.enabled === null ? null : row.enabled === 1,
  };
}
