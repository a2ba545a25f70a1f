import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { resetReportFile } from '../../electron/contract/reset-report.ts';
import type { ResetReportFormat } from '../../electron/contract/reset-report.ts';
import type { Reset, ResetAction } from '../../electron/contract/reset.ts';
import type { Ports } from '../../electron/engine/kernel/ports.ts';
import { ownDesk } from '../../electron/platform/browsers/desk.ts';
import { findBrowsers } from '../../electron/platform/browsers/find-browsers.ts';
import { createPdfPrinter, systemPdfPrinter } from '../../electron/platform/browsers/print-pdf.ts';
import { createAdministrator } from '../support/administrator.ts';
import { takesEffectAfter } from '../support/connected-host.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { addPracticeConnector } from '../support/practice-connector.ts';
import { palisadeConsole } from '../support/reset-walk.ts';

const second = 1_000;
const by = 'Sanne <b>Visser</b>';
const reason = 'Said on the phone | <img src=x onerror=alert(1)> **sure**';
const alias = 'Fab & Sons <script>alert(1)</script>';
const key = 'healthy';
const browsers = await findBrowsers({ ...ownDesk, isRoot: false }, ({ isChromium }) => isChromium);
if (browsers.length === 0) {
  process.stdout.write('Left out: the PDF, because no Edge, Chrome or Chromium is installed.\n');
}

let cloud: PracticeCloud;
let host: EngineHost;
let tenantId: string;
let credential: string;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
  credential = await readFile(cloud.manifest.connector.certificateFile, 'utf8');
});
afterAll(() => cloud?.dispose());

beforeEach(async () => {
  await cloud.control('POST', '/reset');
  await takesEffectAfter(cloud, 0);
});
afterEach(() => host?.dispose());

/** Opens an engine in which the technician has given the customer a hostile alias. */
async function open(changes: Partial<Ports> = {}): Promise<void> {
  host = await startEngineHost({ printPdf: systemPdfPrinter, ...changes });
  await addPracticeConnector(cloud, host, { backend: palisadeConsole });
  ({ tenantId } = cloud.customer(key));
  await host.client.tenants.add({ domainOrId: tenantId, alias });
}

const control = (body: Record<string, unknown>) => cloud.control('POST', `/tenants/${key}`, body);
const directory = (mutation: Record<string, unknown>) => control({ type: 'directory', mutation });

async function sync(): Promise<void> {
  await host.client.syncs.start({ tenantId });
  for await (const run of await host.client.syncs.watch({ tenantId })) {
    if (run.problem) throw new Error(`The sync failed with ${run.problem.code}.`);
  }
}

async function act(action: ResetAction): Promise<Reset> {
  const now = await host.client.resets.last({ tenantId });
  return host.client.resets.act({ tenantId, version: now?.version ?? 0, action });
}

/** Checks until the reset leaves this step; time passes between the checks. */
async function passes(step: Reset['state']): Promise<Reset> {
  for (let checks = 0; checks < 20; checks += 1) {
    const now = await act({ kind: 'check' });
    if (now.state !== step) return now;
    host.clock.jump(10 * second);
  }
  throw new Error(`The reset does not leave ${step}.`);
}

/** The object ID of the connector's enterprise application in the practice cloud's own record. */
async function objectId(): Promise<string> {
  const { servicePrincipals } = (await cloud.control('GET', `/tenants/${key}`)) as {
    readonly servicePrincipals: readonly { readonly objectId: string; readonly appId: string }[];
  };
  const { clientId } = cloud.manifest.connector;
  return servicePrincipals.find(({ appId }) => appId === clientId)?.objectId ?? 'none';
}

/** Runs the whole reset; while it runs, the tenant gains one group and one membership. */
async function wholeReset(): Promise<void> {
  await host.client.resets.begin({ tenantId, by });
  await act({ kind: 'override', by, reason });
  await control({ appId: cloud.manifest.connector.clientId, type: 'deletePrincipal' });
  await passes('deletion');
  await passes('settling');
  const { url } = await host.client.grants.begin({ tenantId });
  const administrator = cloud
    .customer(key)
    .accounts.find((one) => one.role === 'globalAdministrator');
  await createAdministrator(administrator?.userPrincipalName ?? '').consent(url, 'accept');
  await passes('granting');
  await act({ kind: 'confirm', by });
  await passes('testing');
  const at = Date.parse('2026-01-01');
  const [user, group] = ['a', 'b'].map(
    (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
  );
  const userPrincipalName = `new@${cloud.customer(key).primaryDomain}`;
  await directory({ type: 'addUser', id: user, userPrincipalName, displayName: 'New', at });
  await directory({ type: 'addGroup', id: group, displayName: 'New group', at });
  await directory({ type: 'addMember', group, member: user });
  expect((await passes('syncing')).state).toBe('finished');
}

interface Written {
  readonly name: string;
  readonly text: string;
}

async function save(format: ResetReportFormat): Promise<Written> {
  const { path, download } = await host.client.resets.saveReport({ tenantId, format });
  expect(download).toBeNull();
  const bytes = await readFile(path ?? '');
  const name = basename(path ?? '');
  if (format !== 'pdf') return { name, text: bytes.toString('utf8') };
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: `Reset report · ${alias}` });
  return { name, text };
}

/** Text without white space: a PDF may break lines anywhere. */
const flat = (words: string) => words.replaceAll(/\s/g, '');
const inHtml = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('the report of a whole reset', () => {
  test.runIf(browsers.length > 0)(
    'says in all four files what the tenant has on record, and carries no secret',
    async () => {
      await open();
      await host.client.tickets.set({ tenantId, ticket: 'T2026/7' });
      await host.client.grants.test({ tenantId });
      await sync();
      const before = await objectId();
      await wholeReset();
      const after = await objectId();
      expect(after).not.toBe(before);

      const html = await save('html');
      const pdf = await save('pdf');
      const markdown = await save('markdown');
      const json = await save('json');
      const { clientId } = cloud.manifest.connector;
      for (const { text } of [html, pdf, markdown, json]) {
        const read = flat(text);
        for (const fact of [before, after, tenantId, clientId, 'T2026/7']) {
          expect(read).toContain(fact);
        }
        expect(read).toContain(cloud.customer(key).primaryDomain);
        expect(read).not.toContain('eyJ');
        expect(read).not.toContain('PRIVATEKEY');
        for (const line of credential.split('\n')) {
          if (line.length > 20) expect(read).not.toContain(flat(line));
        }
        expect(read).not.toContain('PRACTICE');
      }

      const file = resetReportFile.parse(JSON.parse(json.text));
      expect(file).toMatchObject({
        evergrant: 'resetReport',
        version: 1,
        workspace: 'real',
        ticket: 'T2026/7',
        customer: { tenantId, name: alias },
        connector: { clientId, owner: 'ours' },
        reset: {
          before: { servicePrincipalId: before },
          after: { servicePrincipalId: after },
        },
        groupChanges: {
          groups: { added: 1, removed: 0, renamed: 0 },
          memberships: { added: 1, removed: 0 },
        },
      });
      expect(file.reset).toEqual(await host.client.resets.last({ tenantId }));
      for (const { text } of [pdf, markdown]) {
        expect(flat(text)).toContain('1added,0removed,0renamed');
      }

      for (const words of [alias, by, reason]) {
        expect(html.text).toContain(inHtml(words));
        expect(flat(pdf.text)).toContain(flat(words));
      }
      expect(html.text).not.toMatch(/<(?:script|img|b)\b/);

      const names = [html, pdf, markdown, json].map(({ name }) => name);
      const { primaryDomain } = cloud.customer(key);
      for (const name of names) {
        expect(name).toMatch(/^[\w.-]+-reset-report-\d{8}T\d{6}Z-T2026-7\.(?:html|pdf|md|json)$/);
        expect(name.startsWith(primaryDomain)).toBe(true);
      }
      const activity = await host.client.activity.list({ tenantId, limit: 50 });
      const saved = activity.filter(({ action }) => action === 'resetReportSaved');
      expect(saved.map(({ params }) => params['format'])).toEqual([
        'json',
        'markdown',
        'pdf',
        'html',
      ]);
      expect(saved.every(({ ticket }) => ticket === 'T2026/7')).toBe(true);
    },
  );
});

describe('the report of a reset under way', () => {
  test('in Practice says so in its name and before all else, and speaks of no changes yet', async () => {
    await open({ practice: true });
    const { id: resetId } = await host.client.resets.begin({ tenantId, by });
    const { name, text } = await save('html');
    expect(name).toMatch(/^PRACTICE-/);
    expect(text).toMatch(/<title>PRACTICE · /);
    expect(text.indexOf('PRACTICE: everything')).toBeLessThan(text.indexOf('<h1>'));
    expect(text).not.toContain('What changed in groups');
    const json = await host.client.resets.saveReport({ tenantId, resetId, format: 'json' });
    expect(
      resetReportFile.parse(JSON.parse(await readFile(json.path ?? '', 'utf8'))),
    ).toMatchObject({
      workspace: 'practice',
      groupChanges: null,
      reset: { id: resetId, state: 'vendor' },
    });
  });

  test('ended before its sync, says that the changes cannot be told', async () => {
    await open();
    await host.client.resets.begin({ tenantId, by });
    await act({ kind: 'abandon', by, reason });
    expect((await save('markdown')).text).toContain('Unknown: this needs one stored sync');
  });

  test('is none where no reset is, and leaves no line and no file where it fails', async () => {
    const without = createPdfPrinter({ ...ownDesk, exists: () => Promise.resolve(false) });
    await open({ printPdf: without });
    const saving = () => host.client.resets.saveReport({ tenantId, format: 'pdf' });
    await expect(saving()).rejects.toMatchObject({ data: { code: 'reset.unknown' } });
    await host.client.resets.begin({ tenantId, by });
    await expect(saving()).rejects.toMatchObject({ data: { code: 'report.noBrowser' } });
    expect((await readdir(host.folder)).filter((name) => name.includes('report'))).toEqual([]);
    const actions = (await host.client.activity.list({ tenantId, limit: 50 })).map((a) => a.action);
    expect(actions).not.toContain('resetReportSaved');
  });
});
