import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileLog } from './log.ts';

it('writes events without anything that looks like a secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-log-'));
  try {
    const log = createFileLog(folder);
    log.info('token.asked', {
      tenantId: 'b8f0a1f0-0000-4000-8000-000000000001',
      accessToken: 'opaque-value',
      url: 'http://127.0.0.1:1/open?once=one-time-value&x=1',
      header: 'Bearer abc.def-ghi',
      reason: 'refused eyJhbGciOiJSUzI1NiJ9.eyJ0aWQiOiJ4In0.c2ln',
    });
    log.close();
    const text = await readFile(join(folder, 'evergrant.log'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      msg: 'token.asked',
      tenantId: 'b8f0a1f0-0000-4000-8000-000000000001',
      accessToken: '[redacted]',
      url: 'http://127.0.0.1:1/open?once=[redacted]&x=1',
      header: 'Bearer [token]',
      reason: 'refused [token]',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('never keeps anything from running where it cannot be written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-log-'));
  try {
    await writeFile(join(folder, 'file'), '');
    const log = createFileLog(join(folder, 'file', 'logs'));
    expect(() => {
      log.info('token.asked');
      log.close();
    }).not.toThrow();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
