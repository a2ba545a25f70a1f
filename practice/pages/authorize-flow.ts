import { Hono } from 'hono';
import type { Context } from 'hono';
import { aadstsDescription } from '../entra/aadsts.ts';
import { acceptUserConsent, consentNeeded, mayConsent } from '../entra/admin-consent.ts';
import { permissionById } from '../world/permission-catalog.ts';
import type { AppRegistration } from '../world/types.ts';
import { visiblePrincipal } from '../world/visibility.ts';
import {
  AuthorizeRefusal,
  askedPermissions,
  needsAdmin,
  readAuthorizeRequest,
} from './authorize-request.ts';
import type { AuthorizeRequest, AuthorizeTarget } from './authorize-request.ts';
import { canceledFields } from './canceled-fields.ts';
import { consentPage } from './consent-page.ts';
import { DeadEnd } from './dead-end.ts';
import { demandStep, meetDemand } from './demand-step.ts';
import { pageFault } from './page-faults.ts';
import type { PagesDependencies } from './pages-dependencies.ts';
import { echoedState, formPostPage, redirectUrl } from './redirect-answer.ts';
import type { RedirectFields } from './redirect-answer.ts';
import { disabledApplication, signedInAs } from './request-checks.ts';
import type { SignedIn } from './request-checks.ts';
import { sendPage } from './send-page.ts';
import { formState, readForm, remember, showOtherAccount, showPicker } from './sign-in-step.ts';
import type { SignInPurpose } from './sign-in-step.ts';

/** The authorize endpoint: sign-in, consent where it is needed, and a code. */
export function createAuthorizeFlow(dependencies: PagesDependencies): Hono {
  const { store, sessions, authorityBaseUrl } = dependencies;
  const { world } = store;
  const path = '/:tenant/oauth2/v2.0/authorize';
  const app = new Hono();
  const read = (tenant: string, parameters: URLSearchParams): AuthorizeRequest =>
    readAuthorizeRequest(world, authorityBaseUrl(), tenant, parameters);

  app.get(path, async (context) => {
    const parameters = new URL(context.req.url).searchParams;
    return await orTellTheApp(context, async () => {
      const request = read(context.req.param('tenant'), parameters);
      const fault = await faultAt(context, dependencies, request, 'open');
      if (fault !== undefined) return fault;
      if (request.prompt === 'none') {
        throw new AuthorizeRefusal(
          request,
          'login_required',
          50058,
          'A silent sign-in request was sent but no user is signed in.',
        );
      }
      return await showPicker(context, world, sessions, purposeOf(request), parameters);
    });
  });
  app.post(path, async (context) => {
    const returned = await readForm(context, sessions);
    return await orTellTheApp(context, async () => {
      const request = read(context.req.param('tenant'), returned.parameters);
      const { tenant, registration, parameters } = request;
      const purpose = purposeOf(request);
      if (returned.step === 'other') {
        return await showOtherAccount(context, sessions, purpose, parameters);
      }
      if (returned.step === 'account') {
        await remember(context, world, sessions, returned.account);
        const who = signedInAs(world, tenant, returned.account, registration.displayName);
        return await signIn(context, dependencies, request, who);
      }
      const remembered = (await sessions.account(context))?.userPrincipalName;
      if (!['consent', 'demand'].includes(returned.step) || remembered !== returned.account) {
        return await showPicker(context, world, sessions, purpose, parameters);
      }
      if (returned.step === 'demand') {
        const who = signedInAs(world, tenant, remembered, registration.displayName);
        meetDemand(dependencies, who, returned);
        return await signIn(context, dependencies, request, who);
      }
      if (returned.decision !== 'accept') {
        return await answer(context, request, canceledFields('accessDenied', request.state));
      }
      const who = signedInAs(world, tenant, remembered, registration.displayName);
      return await acceptAndAnswer(context, dependencies, request, who);
    });
  });
  return app;
}

function purposeOf(request: AuthorizeRequest): SignInPurpose {
  return {
    tenant: request.tenant,
    purpose: `to continue to ${request.registration.displayName}`,
    hint: request.loginHint,
    formTargets: [request.redirectUri],
  };
}

async function signIn(
  context: Context,
  dependencies: PagesDependencies,
  request: AuthorizeRequest,
  who: SignedIn,
): Promise<Response> {
  const { registration, scopes } = request;
  const { world, clock } = dependencies.store;
  const { account, tenant } = who;
  const step = { parameters: request.parameters, formTargets: [request.redirectUri] };
  const early =
    (await faultAt(context, dependencies, { ...request, tenant }, 'signIn')) ??
    (await demandStep(context, dependencies, who, step));
  if (early !== undefined) return early;
  checkPrincipal(dependencies, registration, who);
  const wanted = consentNeeded(world, tenant, registration, account, scopes, clock.now());
  if (!wanted && request.prompt !== 'consent')
    return await issue(context, dependencies, request, who);
  const permissions = askedPermissions(registration, scopes);
  checkConsent(registration, scopes, who);
  const question = {
    registration,
    tenant,
    userPrincipalName: account.userPrincipalName,
    permissions,
    forWholeTenant: false,
  };
  const form = await formState(context, dependencies.sessions, request.parameters);
  return await sendPage(context, consentPage(question, form, [request.redirectUri]));
}

/** Checks the restrictions of the tenant's enterprise application. @throws DeadEnd 90099, 7000112, 50105 */
function checkPrincipal(
  { store }: PagesDependencies,
  registration: AppRegistration,
  { account, tenant }: SignedIn,
): void {
  const { world, clock } = store;
  const { clientId, displayName } = registration;
  const principal = visiblePrincipal(world, tenant, clientId, 'principal', clock.now());
  if (principal === undefined) {
    if (account.homeTenantId === tenant.tenantId) return;
    throw new DeadEnd(
      90099,
      `The application '${clientId}' (${displayName}) has not been authorized in the tenant '${tenant.tenantId}'. Applications must be authorized to access the customer tenant before partner delegated administrators can use them.`,
    );
  }
  if (!principal.accountEnabled) throw disabledApplication(registration);
  if (principal.appRoleAssignmentRequired && !principal.assignedUsers.includes(account.objectId)) {
    throw new DeadEnd(
      50105,
      `Your administrator has configured the application ${displayName} ('${clientId}') to block users unless they are specifically granted ('assigned') access to the application. The signed-in user '${account.userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.`,
    );
  }
}

/** @throws DeadEnd 90094 when the permissions require an administrator */
function checkConsent(
  registration: AppRegistration,
  scopes: readonly string[],
  { account, tenant }: SignedIn,
): void {
  const permissions = askedPermissions(registration, scopes);
  const asked = { ...registration, requiredResourceAccess: permissions };
  if (!needsAdmin(permissions) || mayConsent(account.role, asked)) return;
  throw new DeadEnd(
    90094,
    `${registration.displayName} needs permission to access resources in ${tenant.displayName} that only an admin can grant. ${account.userPrincipalName} may not grant it.`,
  );
}

async function faultAt(
  context: Context,
  dependencies: PagesDependencies,
  request: AuthorizeRequest,
  moment: 'open' | 'signIn' | 'accept',
): Promise<Response | undefined> {
  return await pageFault(dependencies, {
    route: 'authorize',
    moment,
    tenant: request.tenant,
    state: request.state,
    answer: async (fields) => await answer(context, request, fields),
  });
}

async function acceptAndAnswer(
  context: Context,
  dependencies: PagesDependencies,
  request: AuthorizeRequest,
  who: SignedIn,
): Promise<Response> {
  const { registration, scopes } = request;
  const fault = await faultAt(context, dependencies, { ...request, tenant: who.tenant }, 'accept');
  if (fault !== undefined) return fault;
  checkPrincipal(dependencies, registration, who);
  checkConsent(registration, scopes, who);
  const names = askedPermissions(registration, scopes).flatMap(
    ({ id, type }) => permissionById(id, type)?.value ?? [],
  );
  acceptUserConsent(dependencies.store, who.tenant, registration, who.account, names);
  return await issue(context, dependencies, request, who);
}

async function issue(
  context: Context,
  { codes }: PagesDependencies,
  request: AuthorizeRequest,
  { account, tenant }: SignedIn,
): Promise<Response> {
  const code = codes.issue({
    clientId: request.registration.clientId,
    tenantId: tenant.tenantId,
    account,
    scopes: request.scopes,
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    nonce: request.nonce,
  });
  return await answer(context, request, [['code', code], ...echoedState(request.state)]);
}

async function answer(
  context: Context,
  { redirectUri, responseMode }: AuthorizeTarget,
  fields: RedirectFields,
): Promise<Response> {
  if (responseMode === 'form_post') {
    return await sendPage(context, formPostPage(redirectUri, fields));
  }
  return context.redirect(redirectUrl(redirectUri, fields), 302);
}

async function orTellTheApp(context: Context, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AuthorizeRefusal)) throw error;
    const { description } = aadstsDescription(error.code, error.message);
    return await answer(context, error.request, [
      ['error', error.error],
      ['error_description', description],
      ...echoedState(error.request.state),
    ]);
  }
}
