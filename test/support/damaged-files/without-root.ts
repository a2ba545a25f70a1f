import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const withoutOverride = [
  'setpriv',
  '--bounding-set=-dac_override,-dac_read_search',
  '--inh-caps=-dac_override,-dac_read_search',
] as const;

/**
 * The program and arguments that start another program so that file permissions apply to it, even if the
 * tests run as root; null if that is not possible.
 */
export function boundByRights(): readonly string[] | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'evergrant-rights-'));
  try {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o000);
    const script = `require('node:fs').readFileSync(${JSON.stringify(file)})`;
    const isRefused = (start: readonly string[]): boolean => {
      const [program, ...args] = [...start, process.execPath, '-e', script];
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
      return status === 1 && stderr.includes('EACCES');
    };
    if (isRefused([])) return [];
    return isRefused(withoutOverride) ? withoutOverride : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
