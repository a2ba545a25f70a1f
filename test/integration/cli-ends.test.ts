import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../electron/engine/backup/sealed-file.ts';
import { openDatabase } from '../../electron/engine/store/database/open.ts';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandEnd } from '../support/evergrant-command.ts';

const key = new Uint8Array(32).fill(0x5a);
const tenantId = '0a0a0a0a-0000-4000-8000-000000000001';

let root: string;
let silent: Server;
const connected = { next: Promise.withResolvers<void>() };

const at = (...names: string[]): string => path.join(root, ...names);

function start(dataDir: string, ...args: string[]) {
  return startCommand([
    ...args,
    '--data-dir',
    dataDir,
    '--key-file',
    at('key'),
    '--no-input',
    '--json',
  ]);
}

async function evergrant(
  dataDir: string,
  ...args: string[]
): Promise<CommandEnd & { readonly document: unknown }> {
  const end = await start(dataDir, ...args).ended;
  return { ...end, document: JSON.parse(end.stdout) as unknown };
}

/**
 * Simulates Microsoft behind a network that drops everything: connections are accepted and never answered.
 */
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'evergrant-cli-ends-'));
  writeFileSync(at('key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  writeFileSync(at('passphrase'), 'four words in a row\n', { mode: 0o600 });
  silent = createServer((socket) => {
    socket.on('error', () => undefined);
    connected.next.resolve();
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const base = `https://127.0.0.1:${port}`;
  writeFileSync(
    at('cloud.json'),
    JSON.stringify({
      name: 'Silent',
      authorityBaseUrl: base,
      graphBaseUrl: base,
      portalBaseUrl: base,
    }),
  );
  writeFileSync(at('secret'), 'not a secret\n');
  const added = await evergrant(
    at('data'),
    'profiles',
    'add',
    '--name',
    'Vendor',
    '--client-id',
    '0c0c0c0c-0000-4000-8000-000000000001',
    '--cloud-file',
    at('cloud.json'),
    '--secret-file',
    at('secret'),
  );
  if (added.code !== 0) throw new Error(added.stderr);
  const ledger = openDatabase(at('data', 'ledger.db'), { key });
  ledger
    .prepare(
      `INSERT INTO tenant (tenant_id, profile_id, alias, verified_domains, added_as, added_at)
       SELECT ?, id, 'Fabrikam', '[]', 'fabrikam.example', 1 FROM profile`,
    )
    .run(tenantId);
  ledger.close();
});
afterAll(() => {
  silent.close();
  rmSync(root, { recursive: true, force: true });
});

/** Backups that the passphrase decrypts but that can't be restored, each with the code that refuses it. */
async function refusedBackups(): Promise<readonly (readonly [string, string])[]> {
  const sealed = (content: object, practice = false): Promise<string> =>
    seal(
      {
        madeAt: new Date(0).toISOString(),
        practice,
        bytes: gzipSync(JSON.stringify(content)),
      },
      readFileSync(at('passphrase'), 'utf8').trim(),
      { bytes: (count) => randomBytes(count) },
    );
  return [
    ['backup.ofPractice', await sealed({ schema: 1, tables: {} }, true)],
    ['backup.newerVersion', await sealed({ schema: 10_000, tables: {} })],
    ['backup.damaged', await sealed({ schema: 1, tables: { profile: [{ unknown: 1 }] } })],
  ];
}

describe('a ledger that is gone', () => {
  it('is refused, replaces no backup, and is restored as the sentence says', async () => {
    const file = at('good.evergrant');
    const passphrase = ['--passphrase-file', at('passphrase')];
    expect(await evergrant(at('data'), 'backup', file, ...passphrase)).toMatchObject({ code: 0 });
    const backup = readFileSync(file);
    mkdirSync(at('lost'));
    await evergrant(at('lost'), 'tenants', 'list');
    // A new folder, as after a wrong --data-dir.
    expect(await evergrant(at('lost'), 'backup', file, '--replace', ...passphrase)).toMatchObject({
      code: 5,
      document: { backup: { problem: { code: 'export.wouldReplaceWithNothing' } } },
    });
    truncateSync(at('lost', 'ledger.db'), 0);
    const refused = await evergrant(at('lost'), 'tenants', 'list');
    expect(refused).toMatchObject({
      code: 5,
      document: { problem: { code: 'store.damaged', params: { file: 'ledger.db' } } },
    });
    expect(refused.stderr).toContain('evergrant restore FILE');
    expect(await evergrant(at('lost'), 'backup', file, '--replace', ...passphrase)).toMatchObject({
      code: 5,
    });
    expect(readFileSync(file).equals(backup)).toBe(true);
    renameSync(at('lost', 'ledger.db'), at('kept.db'));
    expect(await evergrant(at('lost'), 'tenants', 'list')).toMatchObject({
      code: 5,
      document: { problem: { code: 'store.ledgerMissing', params: { found: 'directory.db' } } },
    });
    writeFileSync(at('wrong'), 'another passphrase\n');
    await evergrant(at('lost'), 'restore', file, '--passphrase-file', at('wrong'));
    expect(existsSync(at('lost', 'ledger.db'))).toBe(false);
    for (const [refusedBy, content] of await refusedBackups()) {
      writeFileSync(at('refused.evergrant'), content);
      expect(
        await evergrant(at('lost'), 'restore', at('refused.evergrant'), ...passphrase),
      ).toMatchObject({ code: 5, document: { problem: { code: refusedBy } } });
      expect([refusedBy, existsSync(at('lost', 'ledger.db'))]).toEqual([refusedBy, false]);
    }
    expect(await evergrant(at('lost'), 'restore', file, ...passphrase)).toMatchObject({ code: 0 });
    expect(await evergrant(at('lost'), 'tenants', 'list')).toMatchObject({
      code: 0,
      document: { tenants: [{ alias: 'Fabrikam' }] },
    });
  });

  it('a damaged cache keeps no command from running, and is named in words and in the document', async () => {
    writeFileSync(at('lost', 'directory.db'), 'Dear colleague\n'.repeat(999));
    const listed = await evergrant(at('lost'), 'tenants', 'list');
    expect(listed).toMatchObject({
      code: 0,
      document: {
        tenants: [{ alias: 'Fabrikam' }],
        notices: [{ kind: 'setAside', file: 'directory.db', keptAs: 'directory.damaged-1.db' }],
      },
    });
    expect(listed.stderr).toContain('directory.damaged-1.db');
    expect(existsSync(at('lost', 'directory.damaged-1.db'))).toBe(true);
  });
});

describe('a backup that takes the place of another', () => {
  const add = ['--client-id', '0c0c0c0c-0000-4000-8000-000000000002', '--secret-file'];

  it('loses no customer, names those that it would lose, and keeps what it cannot compare', async () => {
    const file = at('nightly.evergrant');
    const passphrase = ['--passphrase-file', at('passphrase')];
    const replace = (data: string, ...how: string[]) =>
      evergrant(at(data), 'backup', file, '--replace', ...how);
    writeFileSync(file, '');
    expect(await replace('data', ...passphrase)).toMatchObject({ code: 0 });
    expect(await replace('data', ...passphrase)).toMatchObject({ code: 0 });
    const good = readFileSync(file);

    await evergrant(at('other'), 'profiles', 'add', '--name', 'Other', ...add, at('secret'));
    const refused = await replace('other', ...passphrase);
    expect(refused).toMatchObject({
      code: 5,
      document: {
        problem: { code: 'backup.wouldLose', params: { customers: 'Fabrikam', count: 1 } },
      },
    });
    expect(refused.stderr).toContain('Fabrikam');
    expect(readFileSync(file).equals(good)).toBe(true);

    // A forgotten customer is not lost: this is the same data, a day later.
    cpSync(at('data'), at('later'), { recursive: true });
    await evergrant(at('later'), 'tenants', 'forget', tenantId, '--yes');
    expect(await replace('later', ...passphrase)).toMatchObject({ code: 0 });
    expect(existsSync(`${file}.previous`)).toBe(false);
    const later = readFileSync(file);

    // A connector that is missing in this folder may have been removed. With another passphrase, no
    // comparison is possible.
    expect(await replace('other', ...passphrase)).toMatchObject({ code: 0 });
    expect(readFileSync(`${file}.previous`).equals(later)).toBe(true);
    writeFileSync(at('new-passphrase'), 'four other words in a row\n', { mode: 0o600 });
    const next = await replace('data', '--passphrase-file', at('new-passphrase'));
    expect(next).toMatchObject({ code: 0 });
    expect(next.stderr).toContain('.previous');
    expect(readFileSync(`${file}.previous`).equals(later)).toBe(true);
    expect(existsSync(`${file} (2).previous`)).toBe(true);

    writeFileSync(file, 'Dear colleague');
    expect(await replace('data', ...passphrase)).toMatchObject({
      code: 5,
      document: { problem: { code: 'backup.wouldReplaceOther' } },
    });
    expect(readFileSync(file, 'utf8')).toBe('Dear colleague');
  });
});

describe('copies of damaged synced data', () => {
  const copies = ['directory.damaged-1.db', 'directory.damaged-1.db-wal', 'directory.damaged-2.db'];

  it('are named before a customer is forgotten, and deleted with the customer', async () => {
    cpSync(at('data'), at('forgetting'), { recursive: true });
    for (const name of copies) writeFileSync(at('forgetting', name), 'people of every customer');
    const asked = await evergrant(at('forgetting'), 'tenants', 'forget', tenantId);
    expect(asked).toMatchObject({ code: 2, document: { forgotten: null, damagedCopies: copies } });
    expect(existsSync(at('forgetting', 'directory.damaged-2.db'))).toBe(true);
    const folder = ['--data-dir', at('forgetting'), '--key-file', at('key'), '--no-input'];
    const told = await startCommand(['tenants', 'forget', tenantId, ...folder]).ended;
    expect(told.stdout).toContain('directory.damaged-1.db, directory.damaged-1.db-wal');

    const done = await evergrant(at('forgetting'), 'tenants', 'forget', tenantId, '--yes');
    expect(done).toMatchObject({
      code: 0,
      document: { forgotten: tenantId, damagedCopies: copies },
    });
    expect(readdirSync(at('forgetting')).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});

describe('a data folder that cannot be used', () => {
  const kinds: readonly (readonly [string, () => string])[] = [
    ['is a file', () => at('key')],
    ['is below a file', () => at('key', 'data')],
    ['has too long a name', () => at('x'.repeat(300))],
    [
      'is a link that leads nowhere',
      () => {
        symlinkSync(at('unmounted', 'data'), at('link'));
        return at('link');
      },
    ],
    ...(process.platform === 'linux' ? [['refuses every entry', () => '/proc/x'] as const] : []),
  ];
  it.each(kinds)('that %s is a sentence and a document', async (_, folder) => {
    const ended = await evergrant(folder(), 'tenants', 'list');
    expect(ended).toMatchObject({
      code: 5,
      document: { problem: { code: 'store.folderUnusable' } },
    });
    expect(ended.stderr.split('\n')).toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')(
    'a log that cannot be written keeps nothing from running',
    async () => {
      mkdirSync(at('full', 'logs'), { recursive: true });
      symlinkSync('/dev/full', at('full', 'logs', 'evergrant.log'));
      expect(await evergrant(at('full'), 'tenants', 'list')).toMatchObject({
        code: 0,
        document: { tenants: [] },
      });
    },
  );
});

describe('a wrong use', () => {
  it.each([
    [['test', 'nobody.example']],
    [['test']],
    [['sync', tenantId, '--full', '--delta']],
    [['groups', tenantId, '--limit', '0']],
    [['nonsense']],
    [['tenants', 'list', '--ticket', 'a\nb']],
    [['restore', '/nowhere/backup']],
    [['export', 'nonsense']],
  ])('%j has its document, and ends with 2', async (args) => {
    const { code, document } = await evergrant(at('data'), ...args);
    expect({ code, document }).toMatchObject({
      code: 2,
      document: { problem: { code: 'cli.usage' } },
    });
  });

  it('names the option whose file cannot be read', async () => {
    const nowhere = at('nowhere');
    const ended = await evergrant(
      at('data'),
      'backup',
      at('b.evergrant'),
      '--passphrase-file',
      nowhere,
    );
    expect(ended).toMatchObject({
      code: 2,
      document: { problem: { code: 'keys.passphraseFileMissing' } },
    });
    expect(ended.stderr).toContain('--passphrase-file');
    const adding = ['profiles', 'add', '--name', 'New', '--client-id', tenantId];
    expect(await evergrant(at('data'), ...adding, '--cloud-file', nowhere)).toMatchObject({
      code: 2,
      document: { problem: { code: 'cloud.fileMissing' } },
    });
    expect(await evergrant(at('data'), ...adding, '--cloud-file', at('passphrase'))).toMatchObject({
      code: 2,
      document: { problem: { code: 'cloud.fileInvalid' } },
    });
    const pasted = tenantId.replace('-', '\u200b\u00a0-');
    const wrongId = ['profiles', 'add', '--name', 'New', '--client-id', pasted];
    const refused = await evergrant(at('data'), ...wrongId);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('[U+00A0]')]);
    expect(await evergrant(at('data'), 'tenants', 'add', 'not a domain')).toMatchObject({
      code: 2,
    });
    const noKey = await startCommand([
      'tenants',
      'list',
      '--data-dir',
      at('data'),
      '--key-file',
      nowhere,
      '--json',
    ]).ended;
    expect([noKey.code, noKey.stdout]).toEqual([2, expect.stringContaining('keys.keyFileMissing')]);
  });
});

describe('while Microsoft is silent', () => {
  it.each([
    [['test', tenantId], 'SIGINT'],
    [['doctor', tenantId], 'SIGINT'],
    [['tenants', 'add', 'contoso.example'], 'SIGTERM'],
    [['sync', tenantId], 'SIGINT'],
    [['sync', tenantId], 'SIGHUP'],
    [['off-board', tenantId, '--by', 'Jane'], 'SIGINT'],
  ] as const)('%j ends with 130 at %s, and gives its lease back', async (args, signal) => {
    connected.next = Promise.withResolvers();
    const run = start(at('data'), ...args);
    await Promise.race([connected.next.promise, run.ended]);
    run.interrupt(signal);
    expect(await run.ended).toMatchObject({ code: 130 });
    const ledger = openDatabase(at('data', 'ledger.db'), { key, readonly: true });
    expect(ledger.prepare('SELECT kind FROM lease').pluck().all()).toEqual([]);
    ledger.close();
  });
});

describe.runIf(process.platform !== 'win32')('a reader that goes away', () => {
  const script = path.resolve(import.meta.dirname, '../../bin/evergrant.mjs');
  const shell = async (line: string): Promise<{ code: number | null; errors: string }> => {
    const child = spawn('bash', ['-c', `set -o pipefail; ${line}`], {
      env: {
        ...process.env,
        NODE: process.execPath,
        SCRIPT: script,
        KEY: at('key'),
        DATA: at('data'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (words: string) => (errors += words));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, errors };
  };

  it('ends a command quietly', async () => {
    const { code, errors } = await shell(
      '"$NODE" "$SCRIPT" tenants list --data-dir "$DATA" --key-file "$KEY" | true',
    );
    expect([code, errors]).toEqual([0, '']);
  });

  it.runIf(existsSync('/dev/full'))(
    'a full disk behind standard output is an end with 5',
    async () => {
      const { code, errors } = await shell(
        '"$NODE" "$SCRIPT" tenants list --data-dir "$DATA" --key-file "$KEY" > /dev/full',
      );
      expect([code, errors.split('\n').length]).toEqual([5, 2]);
      expect(errors).not.toContain('    at ');
    },
  );
});
