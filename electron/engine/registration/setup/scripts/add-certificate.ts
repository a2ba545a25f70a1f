import type { SetUpScript } from '../../../../contract/set-up.ts';
import type { CloudName } from '../../../../contract/cloud.ts';
import { azureClouds } from './azure-cli.ts';
import { quoteForBash, quoteForPowerShell } from './quote.ts';

/** A certificate to add to those that a registration already has. */
export interface CertificateWish {
  readonly cloud: CloudName;
  readonly clientId: string;
  readonly certificatePem: string;
  readonly certificateName: string;
}

/**
 * Scripts that add a certificate to a registration with the Azure CLI and remove none (`--append`).
 * There are none for a cloud that the CLI does not know. Microsoft Graph PowerShell is not offered:
 * it can only replace the whole list of keys, and a mistake would remove the certificates of other
 * computers.
 *
 * Source: learn.microsoft.com/cli/azure/ad/app/credential.
 */
export function addCertificateScripts(wish: CertificateWish): SetUpScript[] {
  const cloud = azureClouds[wish.cloud];
  if (cloud === undefined) return [];
  return [
    { kind: 'azureCliBash', text: forBash(wish, cloud) },
    { kind: 'azureCliPowerShell', text: forPowerShell(wish, cloud) },
  ];
}

function forBash(wish: CertificateWish, cloud: string): string {
  return `#!/usr/bin/env bash
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '%s' ${quoteForBash(wish.certificateName)} > "$folder/certificate-name.txt"
cat > "$folder/certificate.pem" <<'END'
${wish.certificatePem.trim()}
END

az cloud set --name ${cloud}
az login --allow-no-subscriptions --output none
az ad app credential reset --id ${wish.clientId} --append \\
  --cert "@$folder/certificate.pem" \\
  --display-name "@$folder/certificate-name.txt" --output none
`;
}

function forPowerShell(wish: CertificateWish, cloud: string): string {
  return `$ErrorActionPreference = 'Stop'
function Assert-Success { if ($LASTEXITCODE -ne 0) { throw 'The Azure CLI reported an error; see above.' } }

$folder = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory -Path $folder | Out-Null
try {
    [IO.File]::WriteAllText("$folder/certificate-name.txt", ${quoteForPowerShell(wish.certificateName)})
    [IO.File]::WriteAllText("$folder/certificate.pem", @'
${wish.certificatePem.trim()}
'@)

    az cloud set --name ${cloud}
    Assert-Success
    az login --allow-no-subscriptions --output none
    Assert-Success
    az ad app credential reset --id ${wish.clientId} --append \`
        --cert "@$folder/certificate.pem" \`
        --display-name "@$folder/certificate-name.txt" --output none
    Assert-Success
} finally {
    Remove-Item -Recurse -Force $folder
}
`;
}
