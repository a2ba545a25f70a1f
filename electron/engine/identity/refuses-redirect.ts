import type { Cloud } from '../clouds/cloud.ts';
import { isRefusedRedirect } from '../errors/questions.ts';
import { given } from '../kernel/given.ts';
import type { Network } from '../kernel/ports.ts';

/**
 * Whether Entra refuses a redirect URI of an application (AADSTS50011, AADSTS900971) before anyone signs in
 * or accepts anything: it compares the address first, and shows a page instead of redirecting the browser.
 * False proves nothing: the network port follows no redirect, and a response may have other reasons.
 *
 * That the address is compared first is observed, not documented.
 */
export async function refusesRedirect(
  network: Network,
  cloud: Pick<Cloud, 'browserBaseUrl' | 'caPem'>,
  asked: { readonly tenantId: string; readonly clientId: string; readonly redirectUri: string },
  signal?: AbortSignal,
): Promise<boolean> {
  const query = new URLSearchParams({
    client_id: asked.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: asked.redirectUri,
    scope: 'openid',
    prompt: 'none',
  });
  try {
    const response = await network.send({
      url: `${cloud.browserBaseUrl}/${asked.tenantId}/oauth2/v2.0/authorize?${query.toString()}`,
      method: 'GET',
      headers: { accept: 'text/html' },
      ...given({ caPem: cloud.caPem, signal }),
    });
    const named = (await response.text()).matchAll(/\bAADSTS(\d{4,9})\b/g);
    return [...named].some(([, number]) => isRefusedRedirect({ code: `aadsts.${number}` }));
  } catch {
    // A redirect, or no response: neither says that the address is missing.
    return false;
  }
}
