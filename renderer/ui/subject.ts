import { createContext, useContext } from 'react';
import type { Profile } from '../../electron/contract/profile.ts';
import type { Tenant } from '../../electron/contract/tenant.ts';
import type { ProblemPlace } from '../../text/words/problem-links.ts';
import type { TicketSubject } from '../../text/reports/ticket.ts';

/** What a screen is about: its customer, and the data for its tickets and links. */
export interface Subject extends TicketSubject {
  readonly tenant: Tenant | null;
  readonly profile: Profile | null;
  /** Object ID of the enterprise application, if the screen knows it. */
  readonly servicePrincipalId: string | null;
}

const nobody: Subject = {
  tenant: null,
  profile: null,
  servicePrincipalId: null,
  account: null,
  practice: false,
  ticket: null,
};

const SubjectContext = createContext<Subject>(nobody);

/** Sets the subject of the screens below. */
export const SubjectProvider = SubjectContext.Provider;

/** The subject of this screen; without a customer if it is about none or about many. */
export function useSubject(): Subject {
  return useContext(SubjectContext);
}

/** The IDs of a subject, for links; null while its connector is not known. */
export function placeOf({ tenant, profile, servicePrincipalId }: Subject): ProblemPlace | null {
  if (profile === null) return null;
  const { pages, clientId } = profile;
  return { pages, clientId, tenantId: tenant?.tenantId ?? null, servicePrincipalId };
}
