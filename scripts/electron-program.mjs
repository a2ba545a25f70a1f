// Plain JavaScript on purpose: `start.mjs` needs it on Node 18 and later.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installer = fileURLToPath(new URL('install-electron.ts', import.meta.url));
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Limits in milliseconds: without a received byte, and for download and unpacking. Electron is about 110 MB,
 * so ten minutes are enough at 1.5 Mbit/s.
 */
const patience = { silent: 20_000, whole: 600_000 };

/**
 * Electron's program in the folder of its package, or null. Importing the package would download it, without
 * limits.
 */
export function findElectron(folder) {
  const text = (name) => readFileSync(join(folder, name), 'utf8').trim();
  try {
    if (text('dist/version').replace(/^v/, '') !== versionIn(folder)) return null;
    const program = join(folder, 'dist', text('path.txt'));
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * Downloads Electron's program into the folder of its package, with the package's own installer, which
 * verifies a checksum. Resolves with null, or with the reason in one sentence; in that case nothing
 * half-installed remains.
 */
export async function fetchElectron({ folder, node, out, env = process.env, limits = patience }) {
  let version, aside;
  try {
    version = versionIn(folder);
    remove(folder);
    aside = mkdtempSync(join(folder, '.download-'));
  } catch (error) {
    return `Electron couldn't be downloaded: the folder ${folder} can't be changed (${error.code}).`;
  }
  const progress = createProgress(out, version);
  const { failure, stoppedBy } = await install({ folder, node, aside, env, limits, progress });
  const isThere = failure === null && findElectron(folder) !== null;
  if (!isThere) remove(folder);
  rmSync(aside, { recursive: true, force: true });
  progress.end(isThere);
  if (stoppedBy !== null) process.kill(process.pid, stoppedBy);
  if (isThere) return null;
  return `Electron couldn't be downloaded: ${failure ?? 'its program is not in the file'}.`;
}

function versionIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function remove(folder) {
  for (const name of ['path.txt', 'dist']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Runs the installer in a separate process, which can be ended at any time. */
function install({ folder, node, aside, env, limits, progress }) {
  const child = spawn(node, ['--use-system-ca', installer, folder], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...withProxy(env), TMPDIR: aside, TEMP: aside, TMP: aside },
    windowsHide: true,
  });
  let failure = null;
  let stoppedBy = null;
  let silence;
  let errors = '';
  const end = (reason) => {
    failure ??= reason;
    child.kill('SIGKILL');
  };
  const whole = setTimeout(
    () => end(`it took longer than ${limits.whole / 60_000} minutes`),
    limits.whole,
  );
  const onSignal = (signal) => {
    stoppedBy = signal;
    end('it was stopped');
  };
  for (const signal of signals) process.on(signal, onSignal);

  child.on('message', (event) => {
    clearTimeout(silence);
    if (event.failure !== undefined) failure ??= event.failure;
    if (event.waitsFor === undefined) return;
    progress.show(event);
    const reason = `no data came from ${event.waitsFor} for ${limits.silent / 1000} seconds`;
    silence = setTimeout(() => end(reason), limits.silent);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = `${errors}${text}`.slice(0, 10_000);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => end(`its installer couldn't be started (${error.code})`));
    child.on('close', (code) => {
      clearTimeout(whole);
      clearTimeout(silence);
      for (const signal of signals) process.off(signal, onSignal);
      resolve({ failure: code === 0 ? null : (failure ?? whatInstallerSaid(errors)), stoppedBy });
    });
  });
}

function whatInstallerSaid(errors) {
  if (/Generated checksum|No checksum found/.test(errors))
    return "the file doesn't have the checksum that Electron published";
  const said = /^\w*Error: (.*?)\.?$/m.exec(errors)?.[1];
  return `the file couldn't be unpacked${said === undefined ? '' : ` (${said})`}`;
}

/** Electron's downloader uses a proxy only when asked to, and requires a scheme in its address. */
function withProxy(env) {
  const proxies = Object.entries(env).filter(
    ([name, value]) => /^https?_proxy$/i.test(name) && value,
  );
  if (proxies.length === 0) return env;
  const whole = proxies.map(([name, value]) => [
    name,
    value.includes('://') ? value : `http://${value}`,
  ]);
  return { ...env, ...Object.fromEntries(whole), ELECTRON_GET_USE_PROXY: 'true' };
}

/** A progress line on a terminal; otherwise one line at the start and one at the end. */
function createProgress(out, version) {
  const start = `Downloading Electron ${version}, once`;
  let last = '';
  out.write(
    out.isTTY
      ? `${start} …`
      : `${start} (npm run web opens Evergrant in the browser without it).\n`,
  );
  return {
    show({ received, size }) {
      if (!out.isTTY || received === undefined) return;
      const megabytes = (bytes) => Math.round(bytes / 1_000_000);
      const line = `${start}: ${megabytes(received)}${size > 0 ? ` of ${megabytes(size)}` : ''} MB`;
      if (line !== last) out.write(`\r${line}`);
      last = line;
    },
    end(isThere) {
      if (out.isTTY) out.write('\n');
      if (isThere) out.write(`Electron ${version} is installed.\n`);
    },
  };
}
