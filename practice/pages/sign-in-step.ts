import type { Context } from 'hono';
import { findAccount } from '../world/find.ts';
import type { PracticeTenant, World } from '../world/types.ts';
import { accountPickerPage, offeredAccounts, otherAccountPage } from './account-picker.ts';
import { DeadEnd } from './dead-end.ts';
import { ownPrefix, requestParameters } from './hidden-fields.ts';
import type { FormState } from './hidden-fields.ts';
import { sendPage } from './send-page.ts';
import type { Sessions } from './session.ts';

/** The purpose of a sign-in. */
export interface SignInPurpose {
  /** Undefined for `organizations`. */
  readonly tenant: PracticeTenant | undefined;
  /** One sentence under the heading. */
  readonly purpose: string;
  readonly hint: string | null;
  readonly formTargets: readonly string[];
}

/** A submitted form: its step, the choice, and the request it contains. */
export interface ReturnedForm {
  readonly step: string;
  readonly account: string;
  readonly decision: string;
  readonly fields: URLSearchParams;
  readonly parameters: URLSearchParams;
}

/** Reads a form of ours. @throws DeadEnd 9002313 when it is not from a page sent to this browser */
export async function readForm(context: Context, sessions: Sessions): Promise<ReturnedForm> {
  const fields = await readFields(context);
  const own = (name: string): string => fields.get(`${ownPrefix}${name}`) ?? '';
  if (!(await sessions.isOwnForm(context, own('token')))) {
    throw new DeadEnd(
      9002313,
      'Invalid request. This form does not belong to a page of this browser. Start again from the app.',
    );
  }
  return {
    step: own('step'),
    account: own('account'),
    decision: own('decision'),
    fields,
    parameters: requestParameters(fields),
  };
}

/** Reads a form in either encoding; an uploaded file becomes its bytes in base64. */
async function readFields(context: Context): Promise<URLSearchParams> {
  if (context.req.header('content-type')?.startsWith('multipart/form-data') !== true) {
    return new URLSearchParams(await context.req.text());
  }
  const fields = new URLSearchParams();
  for (const [name, value] of await context.req.formData()) {
    const text =
      typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('base64');
    fields.append(name, text);
  }
  return fields;
}

/** The account picker that starts each flow. */
export async function showPicker(
  context: Context,
  world: World,
  sessions: Sessions,
  sign: SignInPurpose,
  parameters: URLSearchParams,
): Promise<Response> {
  const form = await formState(context, sessions, parameters);
  const accounts = offeredAccounts(world, sign.tenant, sign.hint);
  return await sendPage(context, accountPickerPage(accounts, sign.purpose, form, sign.formTargets));
}

/** "Use another account". */
export async function showOtherAccount(
  context: Context,
  sessions: Sessions,
  sign: SignInPurpose,
  parameters: URLSearchParams,
): Promise<Response> {
  const form = await formState(context, sessions, parameters);
  return await sendPage(context, otherAccountPage(form, sign.hint ?? '', sign.formTargets));
}

/** Remembers the chosen account; does nothing if the address has no account. */
export async function remember(
  context: Context,
  world: World,
  sessions: Sessions,
  userPrincipalName: string,
): Promise<void> {
  const account = findAccount(world, userPrincipalName);
  if (account !== undefined) await sessions.signIn(context, account);
}

/** The form fields for a form that posts to this page's own address. */
export async function formState(
  context: Context,
  sessions: Sessions,
  parameters: URLSearchParams,
): Promise<FormState> {
  return { action: context.req.path, token: await sessions.formToken(context), parameters };
}
