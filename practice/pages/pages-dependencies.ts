import type { RequestLog } from '../requests/request-log.ts';
import type { AuthorizationCodes } from '../entra/authorization-codes.ts';
import type { FaultStore } from '../faults/fault-store.ts';
import type { WorldStore } from '../world/world-store.ts';
import type { Sessions } from './session.ts';

/** What the process gives to the people's pages. */
export interface PeoplePagesDependencies {
  readonly store: WorldStore;
  readonly codes: AuthorizationCodes;
  readonly faults: FaultStore;
  readonly log: RequestLog;
  /** Where tokens and Graph are; scopes of Graph begin with it. */
  readonly authorityBaseUrl: () => string;
}

/** The same for one set of pages, which share who is signed in. */
export interface PagesDependencies extends PeoplePagesDependencies {
  readonly sessions: Sessions;
}
