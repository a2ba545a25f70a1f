import { aadstsDescription } from '../entra/aadsts.ts';
import { faultFacts } from '../entra/fault-facts.ts';
import type { AadstsFault } from '../faults/fault-settings.ts';
import type { PracticeTenant } from '../world/types.ts';
import { DeadEnd } from './dead-end.ts';
import type { PagesDependencies } from './pages-dependencies.ts';
import { echoedState } from './redirect-answer.ts';
import type { RedirectFields } from './redirect-answer.ts';

/** A page's place in a flow, by which faults select pages. */
interface FaultyPage {
  readonly route: 'authorize' | 'adminconsent';
  readonly moment: AadstsFault['moment'];
  readonly tenant: PracticeTenant | undefined;
  readonly state: string | null;
  /** Redirects the browser to the app; undefined when the flow has no redirect. */
  readonly answer: ((fields: RedirectFields) => Response | Promise<Response>) | undefined;
}

/**
 * Applies a fault set for this page: an answer to the app, or undefined. Admin consent adds
 * `admin_consent=True` to the error, as Entra does.
 *
 * @throws DeadEnd when it ends on a page
 */
export async function pageFault(
  { faults }: PagesDependencies,
  { route, moment, tenant, state, answer }: FaultyPage,
): Promise<Response | undefined> {
  const call = { route, moment, tenantId: tenant?.tenantId ?? '' };
  const fault = faults.take(call, { named: true });
  if (fault?.type !== 'aadsts') return undefined;
  const { code, error, text, place } = faultFacts(fault);
  if (place === 'page' || answer === undefined) throw new DeadEnd(code, text);
  const consent = route === 'adminconsent';
  const declined = consent && code === 65004 && fault.error === undefined;
  return await answer([
    ...(consent ? ([['admin_consent', 'True']] as const) : []),
    ['error', declined ? 'consent_required' : error],
    ['error_description', aadstsDescription(code, text).description],
    ...echoedState(state),
  ]);
}
