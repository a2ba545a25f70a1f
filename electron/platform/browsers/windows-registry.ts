import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const appPaths = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths';
/** How long to wait for the registry before continuing without it, in milliseconds. */
const patienceMs = 3000;

/**
 * Where Windows finds a program by its name: for browsers in unusual folders.
 *
 * Source: learn.microsoft.com/windows/win32/shell/app-registration.
 */
export async function registeredProgram(
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const reg = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  for (const hive of ['HKCU', 'HKLM']) {
    const key = `${hive}\\${appPaths}\\${program}`;
    const answer = await run(reg, ['query', key, '/ve'], { timeout: patienceMs }).catch(() => null);
    const place = answer && readDefaultValue(answer.stdout, program);
    if (place) return place;
  }
  return null;
}

/** The path in the output of `reg query … /ve`, whose first column is in the system's language. */
export function readDefaultValue(answer: string, program: string): string | null {
  const value = /\bREG_SZ\s+(.+?)\s*$/m.exec(answer)?.[1]?.replaceAll('"', '');
  if (value === undefined || !win32.isAbsolute(value)) return null;
  return win32.basename(value).toLowerCase() === program.toLowerCase() ? value : null;
}
