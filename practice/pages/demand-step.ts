import type { Context } from 'hono';
import { html } from 'hono/html';
import { demandOf, meet } from '../entra/sign-in-rules.ts';
import { DeadEnd } from './dead-end.ts';
import { hiddenFields, ownPrefix } from './hidden-fields.ts';
import type { FormState } from './hidden-fields.ts';
import type { Page } from './page.ts';
import type { PagesDependencies } from './pages-dependencies.ts';
import type { SignedIn } from './request-checks.ts';
import { sendPage } from './send-page.ts';
import { formState } from './sign-in-step.ts';
import type { ReturnedForm } from './sign-in-step.ts';

/** The fields of a step's page, and where its form may end. */
interface Step {
  readonly parameters: URLSearchParams;
  readonly formTargets: readonly string[];
}

const words = {
  approve: [
    'Approve the sign-in request',
    'Your organization asks for a second proof that it is you. In practice a press is enough.',
    'Approve',
  ],
  register: [
    'More information required',
    'Your organization needs a second way to know you. In practice a press registers one.',
    'Register',
  ],
  provider: [
    'Continue with your organization’s provider',
    'Your organization sends you to another provider for a second proof. In practice a press is enough.',
    'Continue',
  ],
} as const;

/**
 * The page for what the tenant still demands of a person who has just signed in; undefined when nothing is
 * left. The sign-in itself meets a rule that requires nothing more.
 *
 * @throws DeadEnd when nothing that the person could do on a page would help
 */
export async function demandStep(
  context: Context,
  dependencies: PagesDependencies,
  who: SignedIn,
  step: Step,
): Promise<Response | undefined> {
  const { store, sessions } = dependencies;
  const { account, tenant } = who;
  const now = store.clock.now();
  const demand = demandOf(tenant, account, now);
  if (demand === undefined) return undefined;
  if (demand.cure === 'none') throw new DeadEnd(demand.code, demand.text);
  if (demand.cure === 'signIn') {
    store.change(() => meet(demand, account, now));
    return await demandStep(context, dependencies, who, step);
  }
  const form = await formState(context, sessions, step.parameters);
  return await sendPage(
    context,
    demandPage(words[demand.cure], account.userPrincipalName, form, step.formTargets),
  );
}

/** Handles the submitted form of a demand's page. @throws DeadEnd 50074 for a refusal */
export function meetDemand(
  { store }: PagesDependencies,
  { account, tenant }: SignedIn,
  { decision }: ReturnedForm,
): void {
  if (decision !== 'approve') {
    throw new DeadEnd(
      50074,
      'Strong Authentication is required and the user did not pass the MFA challenge.',
    );
  }
  const now = store.clock.now();
  const demand = demandOf(tenant, account, now);
  if (demand !== undefined && demand.cure !== 'none') {
    store.change(() => meet(demand, account, now));
  }
}

function demandPage(
  [heading, sentence, button]: readonly [string, string, string],
  userPrincipalName: string,
  form: FormState,
  formTargets: readonly string[],
): Page {
  return {
    heading,
    formTargets,
    body: html`<p class="quiet">${userPrincipalName}</p>
      <p>${sentence}</p>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'demand')}
        <input type="hidden" name="${ownPrefix}account" value="${userPrincipalName}" />
        <div class="actions">
          <button class="first" name="${ownPrefix}decision" value="approve">${button}</button>
          <button name="${ownPrefix}decision" value="deny">Deny</button>
        </div>
      </form>`,
  };
}
