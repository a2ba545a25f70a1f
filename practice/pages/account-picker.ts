import { html } from 'hono/html';
import { accountIn } from '../world/find.ts';
import type { Account, PracticeTenant, World } from '../world/types.ts';
import { hiddenFields, ownPrefix } from './hidden-fields.ts';
import type { FormState } from './hidden-fields.ts';
import type { Page } from './page.ts';

/**
 * The accounts that a picker offers: the tenant's own, then the partner's technicians with access to it.
 * Without a tenant (`organizations`) the partner's accounts, since they use this computer. The hinted one is
 * first.
 */
export function offeredAccounts(
  world: World,
  tenant: PracticeTenant | undefined,
  hint: string | null,
): Account[] {
  const tenants = [...world.tenants.values()];
  const partner = tenants.filter((one) => one.key === 'partner');
  const offered =
    tenant === undefined
      ? partner.flatMap((one) => one.accounts)
      : [tenant, ...tenants.filter((one) => one !== tenant)].flatMap((one) =>
          one.accounts.filter((account) => accountIn(account, tenant) !== undefined),
        );
  const isHinted = (account: Account): boolean =>
    account.userPrincipalName.toLowerCase() === hint?.toLowerCase();
  return [...offered.filter(isHinted), ...offered.filter((account) => !isHinted(account))];
}

/** "Pick an account". */
export function accountPickerPage(
  accounts: readonly Account[],
  purpose: string,
  form: FormState,
  formTargets: readonly string[],
): Page {
  return {
    heading: 'Pick an account',
    formTargets,
    body: html`<p class="quiet">${purpose}</p>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'account')}
        <ul class="plain">
          ${accounts.map(
            ({ userPrincipalName, displayName }) =>
              html`<li>
                <button
                  class="account"
                  name="${ownPrefix}account"
                  value="${userPrincipalName}"
                  title="${displayName}"
                >
                  ${userPrincipalName}
                </button>
              </li>`,
          )}
        </ul>
      </form>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'other')}<button>Use another account</button>
      </form>`,
  };
}

/** A page for typing an account that the picker does not offer. */
export function otherAccountPage(
  form: FormState,
  hint: string,
  formTargets: readonly string[],
): Page {
  return {
    heading: 'Sign in',
    formTargets,
    body: html`<form method="post" action="${form.action}">
      ${hiddenFields(form, 'account')}
      <label for="address">Email address</label>
      <input
        id="address"
        type="text"
        name="${ownPrefix}account"
        value="${hint}"
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        required
      />
      <div class="actions"><button class="first">Next</button></div>
    </form>`,
  };
}
