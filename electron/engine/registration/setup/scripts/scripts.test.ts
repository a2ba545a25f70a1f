import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCertificate } from '../../../../../test/support/certificate.ts';
import { connectorPermissions } from '../../../connectors/reading-permissions.ts';
import { quoteForPowerShell } from './quote.ts';
import { certificateBase64 } from './registration-wish.ts';
import type { RegistrationWish } from './registration-wish.ts';
import { registrationScripts } from './scripts.ts';

const tenantId = 'aaaaaaaa-0000-4000-8000-000000000000';
const bash = ['/bin/bash', '/usr/bin/bash'].find((path) => existsSync(path));

let certificatePem: string;
let folder: string;
beforeAll(async () => {
  const dates = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01') };
  ({ certificatePem } = await createCertificate(dates));
  folder = mkdtempSync(join(tmpdir(), 'evergrant-scripts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scriptOf(kind: string, changes: Partial<RegistrationWish> = {}): string {
  const wish: RegistrationWish = {
    name: 'Acme Shield',
    cloud: 'global',
    tenantId,
    certificatePem,
    certificateName: 'Acme Shield on LAPTOP-7',
    permissions: connectorPermissions,
    ...changes,
  };
  return registrationScripts(wish).find((script) => script.kind === kind)?.text ?? '';
}

const oddNames = [
  `Smith & Sons' "Shield"`,
  '$(touch broken) `touch broken` ${HOME}',
  '@/etc/passwd',
  '-x --display-name y',
  `'; touch broken; '`,
  'Größe · 名前 % ! ^ \\ \\n',
] as const;

/**
 * Runs the script as a technician would, with an `az` that records its arguments and, like the real
 * one, reads the files named by arguments with `@`.
 */
function runWithAz(script: string): readonly (readonly string[])[] {
  const az = join(folder, 'az');
  const noted = join(folder, 'noted');
  writeFileSync(
    az,
    `#!/usr/bin/env bash
for argument in "$@"; do
  case "$argument" in
    @*) value=$(cat "\${argument#@}") ;;
    *) value=$argument ;;
  esac
  printf '%s\\0' "$value" >> "${noted}"
done
printf '\\n\\0' >> "${noted}"
if [ "$3" = create ] && [ "$2" = app ]; then echo 11111111-0000-4000-8000-000000000000; fi
`,
  );
  chmodSync(az, 0o755);
  writeFileSync(noted, '');
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, HOME: folder };
  const printed = execFileSync(bash ?? 'bash', ['-c', script], { cwd: folder, env }).toString();
  expect(printed).toContain('Application (client) ID: 11111111-0000-4000-8000-000000000000');
  return readFileSync(noted, 'utf8')
    .split('\n\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1));
}

describe.skipIf(bash === undefined)('the Azure CLI script for bash', () => {
  test.each(oddNames)('registers %s under exactly this name', (name) => {
    const calls = runWithAz(scriptOf('azureCliBash', { name }));
    const create = calls.find(([, app, verb]) => app === 'app' && verb === 'create') ?? [];
    expect(create[create.indexOf('--display-name') + 1]).toBe(name);
    expect(existsSync(join(folder, 'broken'))).toBe(false);
  });

  test('asks for exactly what a connector needs, and grants nothing', () => {
    const calls = runWithAz(scriptOf('azureCliBash'));
    expect(calls.map((call) => call.slice(0, 3).join(' '))).toEqual([
      'cloud set --name',
      `login --tenant ${tenantId}`,
      'ad app create',
      'ad app credential',
      'ad sp create',
    ]);
    const [, , create = [], credential = []] = calls;
    expect(create).toContain('AzureADMultipleOrgs');
    expect(create[create.indexOf('--public-client-redirect-uris') + 1]).toBe('http://localhost');
    expect(JSON.parse(create[create.indexOf('--required-resource-accesses') + 1] ?? '')).toEqual([
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: [
          { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' },
          { id: 'bc024368-1153-4739-b217-4326f2e966d0', type: 'Scope' },
          { id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61', type: 'Role' },
        ],
      },
    ]);
    expect(credential).toContain('--append');
    expect(credential).toContain(certificatePem.trim());
  });

  test('is sound where it is not run', () => {
    const file = join(folder, 'script.sh');
    writeFileSync(file, scriptOf('azureCliBash', { name: oddNames[0] }));
    expect(() => execFileSync(bash ?? 'bash', ['-n', file])).not.toThrow();
  });
});

describe('the PowerShell scripts', () => {
  test('close every quote of a name, typographic ones too', () => {
    expect(quoteForPowerShell('O’Neil & Son’s')).toBe("'O’’Neil & Son’’s'");
    expect(quoteForPowerShell(`'; Remove-Item x; '`)).toBe(`'''; Remove-Item x; '''`);
    const name = `Bob's $(Get-Date) "x"`;
    const quoted = `'Bob''s $(Get-Date) "x"'`;
    expect(scriptOf('graphPowerShell', { name })).toContain(`-DisplayName ${quoted} -SignIn`);
    expect(scriptOf('azureCliPowerShell', { name })).toContain(`name.txt", ${quoted})`);
  });

  test('register the certificate itself, and never consent for anybody', () => {
    const script = scriptOf('graphPowerShell');
    expect(script).toContain(`FromBase64String('${certificateBase64(certificatePem)}')`);
    expect(script).toContain(`@{ Id = '7ab1d382-f21e-4acd-a863-ba3e13f7da61'; Type = 'Role' }`);
    for (const kind of ['azureCliBash', 'azureCliPowerShell', 'graphPowerShell']) {
      expect(scriptOf(kind)).not.toMatch(/admin-consent|AppRoleAssignment|Oauth2PermissionGrant/i);
      expect(scriptOf(kind)).not.toContain('PRIVATE KEY');
    }
  });
});

describe('the cloud', () => {
  test.each([
    ['global', 'az cloud set --name AzureCloud\n', '-Environment Global '],
    ['usGovL4', 'az cloud set --name AzureUSGovernment\n', '-Environment USGov '],
    ['china', 'az cloud set --name AzureChinaCloud\n', '-Environment China '],
  ] as const)('%s is the one that the tools are told', (cloud, az, graph) => {
    expect(scriptOf('azureCliBash', { cloud })).toContain(az);
    expect(scriptOf('azureCliPowerShell', { cloud })).toContain(az);
    expect(scriptOf('graphPowerShell', { cloud })).toContain(graph);
  });

  test('of the DoD is not known to the Azure CLI, so there is no such script', () => {
    const cloud = 'usGovL5';
    expect(scriptOf('azureCliBash', { cloud })).toBe('');
    expect(scriptOf('graphPowerShell', { cloud })).toContain('-Environment USGovDoD ');
  });
});
