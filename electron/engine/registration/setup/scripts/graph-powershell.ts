import { quoteForPowerShell } from './quote.ts';
import { certificateBase64, redirectUri, resourceAccess } from './registration-wish.ts';
import type { RegistrationWish } from './registration-wish.ts';

/**
 * The names of the clouds for `Connect-MgGraph -Environment`
 * (learn.microsoft.com/powershell/microsoftgraph/authentication-commands).
 */
const environments: Readonly<Record<RegistrationWish['cloud'], string>> = {
  global: 'Global',
  usGovL4: 'USGov',
  usGovL5: 'USGovDoD',
  china: 'China',
};

/**
 * Makes the registration with Microsoft Graph PowerShell, 5.1 and 7. It uses the permission of the
 * person who signs in there, requested for that session only; Evergrant receives none of it.
 *
 * Source: learn.microsoft.com/powershell/module/microsoft.graph.applications/new-mgapplication.
 */
export function graphPowerShell(wish: RegistrationWish): string {
  const access = resourceAccess(wish.permissions)
    .map(
      ({ resourceAppId, resourceAccess: rows }) => `    @{
        ResourceAppId = '${resourceAppId}'
        ResourceAccess = @(
${rows.map(({ id, type }) => `            @{ Id = '${id}'; Type = '${type}' }`).join('\n')}
        )
    }`,
    )
    .join('\n');
  return `#Requires -Modules Microsoft.Graph.Applications
$ErrorActionPreference = 'Stop'

Connect-MgGraph -Environment ${environments[wish.cloud]} -TenantId ${wish.tenantId} -Scopes 'Application.ReadWrite.All' -ContextScope Process -NoWelcome
$certificate = @{
    Type = 'AsymmetricX509Cert'
    Usage = 'Verify'
    DisplayName = ${quoteForPowerShell(wish.certificateName)}
    Key = [Convert]::FromBase64String('${certificateBase64(wish.certificatePem)}')
}
$access = @(
${access}
)
$application = New-MgApplication -DisplayName ${quoteForPowerShell(wish.name)} -SignInAudience AzureADMultipleOrgs -PublicClient @{ RedirectUris = @('${redirectUri}') } -RequiredResourceAccess $access -KeyCredentials @($certificate)
New-MgServicePrincipal -AppId $application.AppId | Out-Null
Disconnect-MgGraph | Out-Null
Write-Output "Application (client) ID: $($application.AppId)"
`;
}
