import { z } from 'zod';
import { badRequest, GraphError } from './graph-error.ts';

const position = {
  /** Index of the row sent last. */
  after: z.int().min(-1),
  /** Milliseconds on the effect clock. */
  issuedAt: z.number(),
};

const listToken = z.strictObject({ type: z.literal('list'), tenantId: z.string(), ...position });

const deltaState = {
  tenantId: z.string(),
  set: z.enum(['users', 'groups']),
  select: z.array(z.string()).nullable(),
  ids: z.array(z.string()).nullable(),
};

const deltaPageToken = z.strictObject({
  type: z.literal('deltaPage'),
  ...deltaState,
  /** The sequence the round starts from; null in the first round. */
  from: z.int().nullable(),
  /** The sequence the round ends with, fixed when the round starts. */
  upTo: z.int(),
  minimal: z.boolean(),
  ...position,
  /** Last sent member of a group that is split over pages, else null. */
  member: z.int().nullable(),
  /** Objects are sent in scattered order; `after` is then a position in that order. */
  scattered: z.boolean(),
  /** Groups whose remaining members are sent at the end, each with its last sent member. */
  rest: z.array(z.tuple([z.int(), z.int()])),
});

const deltaToken = z.strictObject({
  type: z.literal('delta'),
  ...deltaState,
  sequence: z.int(),
  issuedAt: z.number(),
});

export type ListToken = z.output<typeof listToken>;
export type DeltaPageToken = z.output<typeof deltaPageToken>;
export type DeltaToken = z.output<typeof deltaToken>;

/** An opaque token for a link. */
export function writeToken(token: ListToken | DeltaPageToken | DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

export const readListToken = (text: string): ListToken => read(listToken, text, '$skiptoken');

export const readDeltaPageToken = (text: string): DeltaPageToken =>
  read(deltaPageToken, text, '$skiptoken');

export const readDeltaToken = (text: string): DeltaToken => read(deltaToken, text, '$deltatoken');

/** Page tokens are short-lived. */
export function refuseExpiredPage(issuedAt: number, now: number, minutes: number): void {
  if (now - issuedAt > minutes * 60_000)
    throw new GraphError(
      400,
      'Directory_ExpiredPageToken',
      'The specified page token value has expired and can no longer be included in your request.',
    );
}

function read<T>(schema: z.ZodType<T>, text: string, option: string): T {
  let plain: unknown;
  try {
    plain = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badRequest(`Invalid ${option} value found on the query.`);
  }
  const result = schema.safeParse(plain);
  if (!result.success) throw badRequest(`Invalid ${option} value found on the query.`);
  return result.data;
}
