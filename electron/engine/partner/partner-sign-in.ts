import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Connector, Identity } from '../identity/identity.ts';
import { mayWriteScopes, missingScopes } from './partner-permissions.ts';
import type { PartnerRecord } from './store.ts';

/** The partner's registration, ready for use. */
export type ReadyPartner = PartnerRecord & { readonly connector: Connector };

/** Signs in to the partner's own tenant; one sign-in runs at a time. */
export interface PartnerSignIns {
  /**
   * Signs in and returns the account. Errors: `partner.signInRuns`, `partner.mayWrite`,
   * `partner.permissionMissing`, `identity.*`, `aadsts.*`.
   */
  signIn(partner: ReadyPartner, signal?: AbortSignal): Promise<string>;
  /** False when no sign-in is running. */
  cancel(): boolean;
}

/** Makes the service. Another sign-in can begin only after `onSignedIn` has resolved. */
export function createPartnerSignIns(
  identity: Pick<Identity, 'signIn' | 'forget'>,
  onSignedIn: (account: string) => Promise<void>,
): PartnerSignIns {
  let running: AbortController | null = null;
  return {
    signIn: async (partner, caller) => {
      if (running !== null) throw new EvergrantError('partner.signInRuns', { retry: 'after' });
      const own = new AbortController();
      running = own;
      try {
        const signal = caller ? AbortSignal.any([caller, own.signal]) : own.signal;
        const account = await signInToRead(identity, partner, signal);
        await onSignedIn(account);
        return account;
      } finally {
        running = null;
      }
    },
    cancel: () => {
      running?.abort(new CancelledError());
      return running !== null;
    },
  };
}

/** Signs in; deletes tokens that can write immediately. */
async function signInToRead(
  identity: Pick<Identity, 'signIn' | 'forget'>,
  { connector, profileId, tenantId }: ReadyPartner,
  signal: AbortSignal,
): Promise<string> {
  const token = await identity.signIn(connector, tenantId, signal);
  const writing = mayWriteScopes(token.scopes);
  if (writing.length > 0) {
    await identity.forget(profileId, tenantId);
    throw new EvergrantError('partner.mayWrite', { params: { permissions: writing.join(', ') } });
  }
  const missing = missingScopes(token.scopes);
  if (missing.length > 0) {
    throw new EvergrantError('partner.permissionMissing', {
      params: { permissions: missing.join(', ') },
      retry: 'after',
    });
  }
  return token.account ?? '';
}
