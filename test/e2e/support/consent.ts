import type { PracticeCloud } from '../../support/practice-cloud.ts';
import type { Office } from './office.ts';
import type { Technician } from './technician.ts';

/** The technician opens a customer and presses Grant permissions. Returns the link that was opened. */
export async function openConsent(
  who: { readonly cloud: PracticeCloud; readonly office: Office; readonly technician: Technician },
  key: string,
): Promise<string> {
  const { cloud, office, technician } = who;
  await technician.openCustomer(cloud.customer(key).primaryDomain);
  await technician.grant();
  await technician.seesStatus('consenting');
  return await office.host.openedAddress();
}

/** The redirect address of a consent link, with an answer that the link's own page never gave. */
export function redirectOf(link: string, answer: Readonly<Record<string, string>>): string {
  const redirect = new URL(new URL(link).searchParams.get('redirect_uri') ?? '');
  redirect.search = new URLSearchParams(answer).toString();
  return redirect.href;
}

/** For tests that are not about propagation: every service sees an Accept immediately. */
export async function acceptTakesEffectAtOnce(cloud: PracticeCloud): Promise<void> {
  await cloud.control('POST', '/settings', {
    effect: { principal: 0, token: 0, graph: 0, index: 0 },
  });
}
