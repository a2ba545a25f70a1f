import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { z } from 'zod';
import { findAccount } from '../world/find.ts';
import type { Account, World } from '../world/types.ts';

const cookieName = 'practice_session';
const sessionSchema = z.object({ id: z.string(), user: z.string().nullable() });
type Session = z.output<typeof sessionSchema>;

/** Who is signed in on the pages, in one signed cookie, and the forms' anti-forgery token. */
export interface Sessions {
  /** The anti-forgery token of this browser; starts a session if there is none. */
  formToken(context: Context): Promise<string>;
  /** Whether a form comes from a page that was sent to this browser. */
  isOwnForm(context: Context, token: string | null): Promise<boolean>;
  signIn(context: Context, account: Account): Promise<void>;
  account(context: Context): Promise<Account | undefined>;
}

/** Sessions end with the process: their key is created at each start. */
export function createSessions(world: World): Sessions {
  const key = randomBytes(32).toString('hex');
  const tokenOf = (id: string): string =>
    createHmac('sha256', key).update(`form ${id}`).digest('base64url');
  const read = async (context: Context): Promise<Session | undefined> => {
    const value = await getSignedCookie(context, key, cookieName);
    return typeof value === 'string' ? sessionSchema.parse(JSON.parse(value)) : undefined;
  };
  const write = async (context: Context, session: Session): Promise<void> => {
    await setSignedCookie(context, cookieName, JSON.stringify(session), key, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  };
  return {
    async formToken(context) {
      const session = await read(context);
      if (session !== undefined) return tokenOf(session.id);
      const id = randomBytes(16).toString('base64url');
      await write(context, { id, user: null });
      return tokenOf(id);
    },
    async isOwnForm(context, token) {
      const session = await read(context);
      if (session === undefined || token === null) return false;
      const expected = Buffer.from(tokenOf(session.id));
      const given = Buffer.from(token);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    async signIn(context, account) {
      const session = await read(context);
      const id = session?.id ?? randomBytes(16).toString('base64url');
      await write(context, { id, user: account.userPrincipalName });
    },
    async account(context) {
      const user = (await read(context))?.user;
      return user === undefined || user === null ? undefined : findAccount(world, user);
    },
  };
}
