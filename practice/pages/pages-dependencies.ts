import type { RequestLog } from '../requests/request-log.ts';
import type { AuthorizationCodes } from '../entra/authorization-codes.ts';
import type { FaultStore } from '../faults/fault-store.ts';
import type { WorldStore } from '../world/world-store.ts';
import type { Sessions } from './session.ts';

/** The dependencies of the sign-in and portal pages. */
export interface PeoplePagesDependencies {
  readonly store: WorldStore;
  readonly codes: AuthorizationCodes;
  readonly faults: FaultStore;
  readonly log: RequestLog;
  /** The address of tokens and Graph; scopes of Graph start with it. */
  readonly authorityBaseUrl: () => string;
}

/** The same for one set of pages, which share a session. */
export interface PagesDependencies extends PeoplePagesDependencies {
  readonly sessions: Sessions;
}
