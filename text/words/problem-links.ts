import type { PortalPage, Problem } from '../../electron/contract/problem.ts';
import type { Profile } from '../../electron/contract/profile.ts';
import type { Text } from '../create-text.ts';

/** Where a problem occurred: only IDs, because an address may contain nothing else. */
export interface ProblemPlace {
  readonly pages: Profile['pages'];
  readonly tenantId: string | null;
  readonly clientId: string | null;
  /** Object ID of the enterprise application in this tenant, as the last test read it. */
  readonly servicePrincipalId: string | null;
}

/** A Microsoft page with the cure, or with more about the problem. */
export interface ProblemLink {
  readonly label: string;
  readonly url: string;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Pages that help with a problem: the portal's page in the customer's own cloud and tenant if the cure is a
 * button there, and Microsoft's explanation of an AADSTS number. Built only from IDs and digits.
 *
 * Microsoft documents menu paths, not these addresses; the sentences name the path as well.
 *
 * Source: addresses as seen in public tools; the lookup page from
 * learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
export function problemLinks(
  text: Text,
  problem: Pick<Problem, 'code' | 'params' | 'portal' | 'raw'>,
  place: ProblemPlace,
): readonly ProblemLink[] {
  const page = problem.portal;
  const portal = page === undefined ? null : portalUrl(page, place);
  const number = aadstsNumber(problem);
  const { explanations } = place.pages;
  return [
    ...(page === undefined || portal === null
      ? []
      : [{ label: text.t(`common:portal.${page}`), url: portal }]),
    ...(number === null || explanations === null
      ? []
      : [
          {
            label: text.t('common:lookUp', { number }),
            url: `${explanations}/error?code=${number}`,
          },
        ]),
  ];
}

/** The AADSTS number of a problem, digits only. */
function aadstsNumber({ code, params, raw }: Pick<Problem, 'code' | 'params' | 'raw'>) {
  const named = code.startsWith('aadsts.unknown') ? `AADSTS${params['number']}` : raw?.code;
  return /^AADSTS(\d{4,9})$/.exec(named ?? code.replace(/^aadsts\./, 'AADSTS'))?.[1] ?? null;
}

/** A portal page in the customer's own cloud and tenant; null if its address is not known. */
export function portalUrl(page: PortalPage, place: ProblemPlace): string | null {
  const { portal } = place.pages;
  const [tenant, client, principal] = [place.tenantId, place.clientId, place.servicePrincipalId];
  if (portal === null) return null;
  if (page === 'registration') {
    // The registration is in its owner's tenant, which need not be this customer's.
    if (!isGuid(client)) return null;
    return `${portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${client}`;
  }
  if (!isGuid(tenant)) return null;
  const inTenant = `${portal}/${tenant}/#view/Microsoft_AAD_IAM`;
  if (page === 'overview') return `${inTenant}/TenantOverview.ReactView`;
  if (page === 'applications' || !isGuid(principal) || !isGuid(client)) {
    return `${inTenant}/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
  }
  const blade = page === 'properties' ? 'Properties' : 'Permissions';
  return `${inTenant}/ManagedAppMenuBlade/~/${blade}/objectId/${principal}/appId/${client}`;
}

function isGuid(id: string | null): id is string {
  return id !== null && guid.test(id);
}
