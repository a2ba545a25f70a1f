import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { credentialSample } from '../../../../../test/support/credential-samples.ts';
import { addCertificateScripts } from './add-certificate.ts';

const bash = ['/bin/bash', '/usr/bin/bash'].find((path) => existsSync(path));
const wish = {
  cloud: 'global',
  clientId: '22222222-0000-4000-8000-000000000000',
  certificatePem: credentialSample('certificate.pem').toString(),
  certificateName: `Smith's "Shield" $(touch broken) on LAPTOP-7`,
} as const;

const textOf = (kind: string) =>
  addCertificateScripts(wish).find((script) => script.kind === kind)?.text ?? '';

test('the scripts add one certificate beside the others, and take none away', () => {
  expect(addCertificateScripts(wish)).toHaveLength(2);
  for (const { text } of addCertificateScripts(wish)) {
    expect(text).toContain(`az ad app credential reset --id ${wish.clientId} --append `);
    expect(text).toContain(wish.certificatePem.trim());
    expect(text).not.toContain('PRIVATE KEY');
  }
  expect(textOf('azureCliPowerShell')).toContain(`'Smith''s "Shield" $(touch broken) on LAPTOP-7'`);
});

test.runIf(bash !== undefined)('an odd name is a name for bash, and nothing else', () => {
  const text = textOf('azureCliBash');
  execFileSync(bash ?? '', ['-n'], { input: text });
  const naming = text.split('\n').find((line) => line.startsWith('printf')) ?? '';
  const printed = execFileSync(bash ?? '', ['-c', naming.replace(/ > .*$/, '')]).toString();
  expect(printed).toBe(wish.certificateName);
});

test('a cloud that the Azure CLI does not know has no script', () => {
  expect(addCertificateScripts({ ...wish, cloud: 'usGovL5' })).toEqual([]);
  expect(addCertificateScripts({ ...wish, cloud: 'custom' })).toEqual([]);
});
