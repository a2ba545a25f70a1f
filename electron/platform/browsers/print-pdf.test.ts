import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { createPdfPrinter } from './print-pdf.ts';

let folder: string;
let temporary: string;
let programs: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evergrant-printer-'));
  temporary = join(folder, 'temporary');
  programs = join(folder, 'programs');
  await mkdir(temporary);
  await mkdir(programs);
  // As root, the browser runs under another user ID, which must be able to reach both and write its markers
  // to `programs`.
  await Promise.all([chmod(folder, 0o755), chmod(temporary, 0o755), chmod(programs, 0o777)]);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Installs a script as a browser; `$PAGE` and `$PDF` are its page and the file to create. */
async function install(name: string, script: string): Promise<void> {
  const program = join(programs, name);
  const lines = [
    '#!/bin/sh',
    'for each; do case "$each" in --print-to-pdf=*) PDF=${each#*=};; esac; PAGE=$each; done',
    'PAGE=${PAGE#file://}',
    script,
  ];
  await writeFile(program, `${lines.join('\n')}\n`, { mode: 0o755 });
  await chmod(program, 0o755);
}

const desk = (): Desk => ({
  ...ownDesk,
  env: { ...process.env, PATH: `${programs}${delimiter}/usr/bin${delimiter}/bin` },
  exists: (path) => (path.startsWith(programs) ? ownDesk.exists(path) : Promise.resolve(false)),
});
const printer = (limitMs = 60_000) => createPdfPrinter(desk(), { temporary, limitMs });
const nothingLeft = async () => expect(await readdir(temporary)).toEqual([]);
const never = new AbortController().signal;
const html = '<p>Fabrikam</p>';

describe.skipIf(process.platform === 'win32')('a PDF', () => {
  test('is what the browser makes of the page, and nothing is left of either', async () => {
    await install('chromium', '{ printf %%PDF-; cat "$PAGE"; } > "$PDF"');
    expect(Buffer.from(await printer()(html, never)).toString()).toBe(`%PDF-${html}`);
    await nothingLeft();
  });

  test('is made in a folder that nobody else may open, without a network', async () => {
    await install(
      'chromium',
      `{ printf '%%PDF-'; stat -c %a "$(dirname "$PAGE")" "$PAGE"; echo "$@"; id -u; } > "$PDF"`,
    );
    const [modes, page, args, account] = Buffer.from(await printer()(html, never))
      .toString()
      .split('\n');
    expect([modes, page]).toEqual(['%PDF-700', '600']);
    expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    expect(args).toMatch(/--user-data-dir=\S+evergrant-print-\S+\/profile/);
    expect(args).not.toContain('sandbox');
    expect(Number(account)).toSatisfy((id: number) =>
      ownDesk.isRoot ? id >= 61_184 && id < 65_520 : id === process.getuid?.(),
    );
  });

  test.each([
    ['ends without a file', 'exit 3', 'exit 3'],
    ['makes something else', 'echo no > "$PDF"', 'no PDF'],
    ['is killed', 'kill -9 $$', 'killed'],
  ])('is not there when the browser %s', async (_what, script, reason) => {
    await install('chromium', script);
    await expect(printer()(html, never)).rejects.toMatchObject({
      code: 'report.notPrinted',
      params: { reason },
    });
    await nothingLeft();
  });

  test('comes from the next browser when the first cannot', async () => {
    await install('microsoft-edge', 'exit 1');
    await install('chromium', 'printf %%PDF- > "$PDF"');
    expect(await printer()(html, never)).toHaveLength(5);
  });

  test('of a browser that hangs is given up, and the browser with all that it started is gone', async () => {
    await install('chromium', `sleep 1000 & echo $! > "${programs}/child"; wait`);
    const stop = new AbortController();
    const printing = printer()(html, stop.signal);
    const child = () => readFile(join(programs, 'child'), 'utf8').catch(() => '');
    await expect.poll(child).not.toBe('');
    stop.abort(new Error('enough'));
    await expect(printing).rejects.toThrow('enough');
    await nothingLeft();
    const pid = (await child()).trim();
    // A zombie process has no command line any more.
    await expect.poll(() => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).toBe('');

    await expect(printer(1)(html, never)).rejects.toMatchObject({ params: { reason: 'timeout' } });
    await nothingLeft();
  });

  test('needs a browser: without one the sentence says what to do', async () => {
    await install('firefox', 'exit 0');
    await expect(printer()(html, never)).rejects.toMatchObject({ code: 'report.noBrowser' });
    await nothingLeft();
  });
});
