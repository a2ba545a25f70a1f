import { entraAccountRows } from './entra-account.ts';
import { entraConnectorRows } from './entra-connector.ts';
import { entraGrantRows } from './entra-grant.ts';
import { entraTenantRows } from './entra-tenant.ts';
import { graphRows } from './graph.ts';
import { ownConnectorRows } from './own-connector.ts';
import { ownCustomerRows } from './own-customer.ts';
import { ownDataRows } from './own-data.ts';
import { ownServiceRows } from './own-service.ts';
import type { OwnRow, Row } from './row.ts';

/**
 * Microsoft's codes: the meaning of each, whether retrying helps, who can act, what it requires, and
 * the portal page on which to fix it. The whole program uses this table; no other code makes
 * decisions by an error code.
 *
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes; for 650051, 1003031,
 * 700003, 700024, 7000229, 500014, 500113, 900023, 900382, 900383 and 5000225, public observations
 * and issues of public projects.
 */
const entraRows = {
  ...entraGrantRows,
  ...entraConnectorRows,
  ...entraAccountRows,
  ...entraTenantRows,
} as const;

const microsoftRows = { ...entraRows, ...graphRows } as const;

const ownRows = {
  ...ownServiceRows,
  ...ownConnectorRows,
  ...ownCustomerRows,
  ...ownDataRows,
} as const;

type Table = typeof microsoftRows & typeof ownRows;

/** Every code that the engine can throw. Each has its sentences in the text catalogue. */
export type ErrorCode = keyof Table;

/** The parameters that the sentences of a code use. */
export type ParamsOf<Code extends ErrorCode> = Code extends ErrorCode
  ? Table[Code] extends { readonly params: readonly (infer Name extends string)[] }
    ? Name
    : never
  : never;

const microsoft: ReadonlyMap<string, Row> = new Map(Object.entries<Row>(microsoftRows));
const all: ReadonlyMap<string, OwnRow> = new Map(
  Object.entries<OwnRow>({ ...microsoftRows, ...ownRows }),
);

/** Every code that the engine can throw. */
export const allCodes: readonly ErrorCode[] = [...all.keys()].filter(isErrorCode);

/** Whether a code has a row. */
export function isErrorCode(code: string): code is ErrorCode {
  return all.has(code);
}

/** Whether a code is an AADSTS number that has a row. */
export function isEntraCode(code: string): code is keyof typeof entraRows {
  return code in entraRows;
}

/** Whether a code is one of Graph's that has a row. */
export function isGraphCode(code: string): code is keyof typeof graphRows {
  return code in graphRows;
}

/** The row of a code; null for a code that another version of Evergrant stored. */
export function rowOf(code: string): OwnRow | null {
  return all.get(code) ?? null;
}

/** The row of one of Microsoft's codes; null for our own codes, where the thrower decides. */
export function microsoftRow(code: string): Row | null {
  return microsoft.get(code) ?? null;
}
