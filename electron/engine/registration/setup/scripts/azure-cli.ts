import type { CloudName } from '../../../../contract/cloud.ts';
import { quoteForBash, quoteForPowerShell } from './quote.ts';
import { redirectUri, resourceAccess } from './registration-wish.ts';
import type { RegistrationWish } from './registration-wish.ts';

/**
 * The Azure CLI's name for each cloud. It has none for the DoD cloud: its US Government cloud uses
 * the Graph of GCC High.
 *
 * Source: learn.microsoft.com/cli/azure/manage-clouds-azure-cli.
 */
export const azureClouds: Readonly<Partial<Record<CloudName, string>>> = {
  global: 'AzureCloud',
  usGovL4: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

/**
 * Makes the registration with the Azure CLI, for bash and zsh; null for a cloud that the CLI does not
 * know. User-entered values are passed in files: the CLI reads an argument that begins with `@` from
 * a file, and on Windows a name would have to survive cmd.exe.
 *
 * Source: learn.microsoft.com/cli/azure/ad/app and /cli/azure/use-azure-cli-successfully-quoting.
 */
export function azureCliForBash(wish: RegistrationWish): string | null {
  const cloud = azureClouds[wish.cloud];
  if (cloud === undefined) return null;
  return `#!/usr/bin/env bash
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '%s' ${quoteForBash(wish.name)} > "$folder/name.txt"
printf '%s' ${quoteForBash(wish.certificateName)} > "$folder/certificate-name.txt"
cat > "$folder/permissions.json" <<'END'
${permissionsJson(wish)}
END
cat > "$folder/certificate.pem" <<'END'
${wish.certificatePem.trim()}
END

az cloud set --name ${cloud}
az login --tenant ${wish.tenantId} --allow-no-subscriptions --output none
client_id=$(az ad app create \\
  --display-name "@$folder/name.txt" \\
  --sign-in-audience AzureADMultipleOrgs \\
  --public-client-redirect-uris ${redirectUri} \\
  --required-resource-accesses "@$folder/permissions.json" \\
  --query appId --output tsv)
az ad app credential reset --id "$client_id" --append \\
  --cert "@$folder/certificate.pem" \\
  --display-name "@$folder/certificate-name.txt" --output none
az ad sp create --id "$client_id" --output none
printf '\\nApplication (client) ID: %s\\n' "$client_id"
`;
}

/** The same script for PowerShell 5.1 and 7. */
export function azureCliForPowerShell(wish: RegistrationWish): string | null {
  const cloud = azureClouds[wish.cloud];
  if (cloud === undefined) return null;
  return `$ErrorActionPreference = 'Stop'
function Assert-Success { if ($LASTEXITCODE -ne 0) { throw 'The Azure CLI reported an error; see above.' } }

$folder = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory -Path $folder | Out-Null
try {
    [IO.File]::WriteAllText("$folder/name.txt", ${quoteForPowerShell(wish.name)})
    [IO.File]::WriteAllText("$folder/certificate-name.txt", ${quoteForPowerShell(wish.certificateName)})
    [IO.File]::WriteAllText("$folder/permissions.json", @'
${permissionsJson(wish)}
'@)
    [IO.File]::WriteAllText("$folder/certificate.pem", @'
${wish.certificatePem.trim()}
'@)

    az cloud set --name ${cloud}
    Assert-Success
    az login --tenant ${wish.tenantId} --allow-no-subscriptions --output none
    Assert-Success
    $clientId = az ad app create \`
        --display-name "@$folder/name.txt" \`
        --sign-in-audience AzureADMultipleOrgs \`
        --public-client-redirect-uris ${redirectUri} \`
        --required-resource-accesses "@$folder/permissions.json" \`
        --query appId --output tsv
    Assert-Success
    az ad app credential reset --id $clientId --append \`
        --cert "@$folder/certificate.pem" \`
        --display-name "@$folder/certificate-name.txt" --output none
    Assert-Success
    az ad sp create --id $clientId --output none
    Assert-Success
    Write-Output "Application (client) ID: $clientId"
} finally {
    Remove-Item -Recurse -Force $folder
}
`;
}

function permissionsJson({ permissions }: RegistrationWish): string {
  return JSON.stringify(resourceAccess(permissions), null, 2);
}
