import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { aadstsDescription } from '../entra/aadsts.ts';
import { acceptAdminConsent, mayConsent } from '../entra/admin-consent.ts';
import { permissionById } from '../world/permission-catalog.ts';
import type { AppRegistration } from '../world/types.ts';
import { readAdminConsentRequest } from './admin-consent-request.ts';
import type { AdminConsentRequest } from './admin-consent-request.ts';
import { consentPage } from './consent-page.ts';
import { canceledFields } from './canceled-fields.ts';
import { DeadEnd } from './dead-end.ts';
import { demandStep, meetDemand } from './demand-step.ts';
import { pageFault } from './page-faults.ts';
import type { PagesDependencies } from './pages-dependencies.ts';
import { echoedState, redirectUrl } from './redirect-answer.ts';
import type { RedirectFields } from './redirect-answer.ts';
import { signedInAs } from './request-checks.ts';
import type { SignedIn } from './request-checks.ts';
import { sendPage } from './send-page.ts';
import { formState, readForm, remember, showOtherAccount, showPicker } from './sign-in-step.ts';
import type { SignInPurpose } from './sign-in-step.ts';

/** Admin consent: v2, v1, and v1's short form without a redirect URI. */
export function createAdminConsentFlow(dependencies: PagesDependencies): Hono {
  const app = new Hono();
  for (const [path, form] of [
    ['/:tenant/v2.0/adminconsent', 'v2'],
    ['/:tenant/adminconsent', 'v1'],
  ] as const) {
    app.get(path, async (context) => {
      const parameters = new URL(context.req.url).searchParams;
      const request = readAdminConsentRequest(
        dependencies,
        form,
        context.req.param('tenant'),
        parameters,
      );
      const fault = await faultAt(context, dependencies, request, 'open');
      if (fault !== undefined) return fault;
      return await showPicker(
        context,
        dependencies.store.world,
        dependencies.sessions,
        purposeOf(request),
        parameters,
      );
    });
    app.post(path, async (context) => {
      const returned = await readForm(context, dependencies.sessions);
      const request = readAdminConsentRequest(
        dependencies,
        form,
        context.req.param('tenant'),
        returned.parameters,
      );
      const { world } = dependencies.store;
      const { sessions } = dependencies;
      const again = (): Promise<Response> =>
        showPicker(context, world, sessions, purposeOf(request), request.parameters);
      if (returned.step === 'other') {
        return await showOtherAccount(context, sessions, purposeOf(request), request.parameters);
      }
      const { tenant, registration } = request;
      if (returned.step === 'account') {
        await remember(context, world, sessions, returned.account);
        const who = signedInAs(world, tenant, returned.account, registration.displayName);
        return await ask(context, dependencies, request, who);
      }
      const remembered = (await sessions.account(context))?.userPrincipalName;
      if (!['consent', 'demand'].includes(returned.step) || remembered !== returned.account) {
        return await again();
      }
      const who = signedInAs(world, tenant, remembered, registration.displayName);
      if (returned.step === 'demand') {
        meetDemand(dependencies, who, returned);
        return await ask(context, dependencies, request, who);
      }
      if (returned.decision !== 'accept') return await cancel(context, dependencies, request);
      return await accept(context, dependencies, request, who);
    });
  }
  return app;
}

function purposeOf(request: AdminConsentRequest): SignInPurpose {
  const where = request.tenant?.displayName ?? 'your organization';
  return {
    tenant: request.tenant,
    purpose: `to approve ${request.registration.displayName} for ${where}`,
    hint: null,
    formTargets: targetsOf(request),
  };
}

function targetsOf({ redirectUri }: AdminConsentRequest): readonly string[] {
  return redirectUri === null ? [] : [redirectUri];
}

/** Shows the requested permissions to a person who may grant them. */
async function ask(
  context: Context,
  dependencies: PagesDependencies,
  request: AdminConsentRequest,
  who: SignedIn,
): Promise<Response> {
  const { registration, parameters } = request;
  const { account, tenant } = who;
  const step = { parameters, formTargets: targetsOf(request) };
  const early =
    (await faultAt(context, dependencies, { ...request, tenant }, 'signIn')) ??
    (await demandStep(context, dependencies, who, step));
  if (early !== undefined) return early;
  checkRole(registration, { account, tenant });
  if (registration.requiredResourceAccess.length === 0) {
    return misconfigured(context, request);
  }
  const question = {
    registration,
    tenant,
    userPrincipalName: account.userPrincipalName,
    permissions: registration.requiredResourceAccess,
    forWholeTenant: true,
  };
  const form = await formState(context, dependencies.sessions, parameters);
  return await sendPage(context, consentPage(question, form, targetsOf(request)));
}

function checkRole(registration: AppRegistration, { account, tenant }: SignedIn): void {
  if (mayConsent(account.role, registration)) return;
  throw new DeadEnd(
    90094,
    `${registration.displayName} needs permission to access resources in ${tenant.displayName} that only an admin can grant. ${account.userPrincipalName} may not grant it.`,
  );
}

async function accept(
  context: Context,
  dependencies: PagesDependencies,
  request: AdminConsentRequest,
  { account, tenant }: SignedIn,
): Promise<Response> {
  const { store, authorityBaseUrl } = dependencies;
  const { registration, redirectUri, state } = request;
  const fault = await faultAt(context, dependencies, { ...request, tenant }, 'accept');
  if (fault !== undefined) return fault;
  checkRole(registration, { account, tenant });
  const outcome = acceptAdminConsent(store, tenant, registration);
  if (!outcome.ok) {
    if (outcome.code === 1003031) return misconfigured(context, request);
    throw new DeadEnd(outcome.code, outcome.text);
  }
  if (redirectUri === null) return await ended(context, 'Granted', 'Granted.');
  const granted = registration.requiredResourceAccess.flatMap(
    (one) => permissionById(one.id, one.type)?.value ?? [],
  );
  const scope = [...new Set(granted)].map((name) => `${authorityBaseUrl()}/${name}`).join(' ');
  const fields: RedirectFields =
    request.form === 'v2'
      ? [
          ['admin_consent', 'True'],
          ['tenant', tenant.tenantId],
          ['scope', scope],
          ...echoedState(state),
        ]
      : [['tenant', tenant.tenantId], ...echoedState(state), ['admin_consent', 'True']];
  return context.redirect(redirectUrl(redirectUri, fields), 302);
}

async function faultAt(
  context: Context,
  dependencies: PagesDependencies,
  { tenant, state, redirectUri }: AdminConsentRequest,
  moment: 'open' | 'signIn' | 'accept',
): Promise<Response | undefined> {
  return await pageFault(dependencies, {
    route: 'adminconsent',
    moment,
    tenant,
    state,
    answer:
      redirectUri === null
        ? undefined
        : (fields) => context.redirect(redirectUrl(redirectUri, fields), 302),
  });
}

async function cancel(
  context: Context,
  { store }: PagesDependencies,
  { redirectUri, state }: AdminConsentRequest,
): Promise<Response> {
  if (redirectUri === null) return await ended(context, 'Canceled', 'Nothing was granted.');
  const fields = canceledFields(store.world.settings.consentShape, state);
  return context.redirect(redirectUrl(redirectUri, fields), 302);
}

/** AADSTS1003031, one of the few failures that redirect to the app. */
function misconfigured(context: Context, request: AdminConsentRequest): Response {
  const { registration, redirectUri, state } = request;
  const text = `Misconfigured required resource access in client application registration. Client app ID: ${registration.clientId}.`;
  if (redirectUri === null) throw new DeadEnd(1003031, text);
  const fields: RedirectFields = [
    ['error', 'access_denied'],
    ['error_description', aadstsDescription(1003031, text).description],
    ['admin_consent', 'True'],
    ...echoedState(state),
  ];
  return context.redirect(redirectUrl(redirectUri, fields), 302);
}

async function ended(context: Context, heading: string, sentence: string): Promise<Response> {
  return await sendPage(context, {
    heading,
    body: html`<p role="status">${sentence} You can close this page.</p>`,
  });
}
