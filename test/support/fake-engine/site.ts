import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../../electron/desktop/content-security-policy.ts';
import { bundles, projectDir } from '../../../scripts/bundles.ts';
import type { Scenario } from './scenario.ts';

const entry = 'test/support/fake-engine/index.html';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The product's screens over the fake engine, under the product's own Content-Security-Policy. */
export interface FakeSite {
  /** The address of a screen in a scenario. */
  readonly at: (screen: string, scenario?: Scenario) => string;
  readonly close: () => void;
}

/** Builds the screens over the fake engine into a folder. */
export async function buildFakeSite(folder: string): Promise<void> {
  const config = bundles.renderer(folder);
  await build({
    ...config,
    root: projectDir,
    logLevel: 'warn',
    build: {
      ...config.build,
      outDir: folder,
      rolldownOptions: { input: path.join(projectDir, entry) },
    },
  });
}

/** Serves what was built, on a free port of this computer. */
export async function serveFakeSite(folder: string): Promise<FakeSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = path.join(folder, pathname);
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    at: (screen, scenario = 'fleet') =>
      `http://127.0.0.1:${address.port}/${entry}?scenario=${scenario}#${screen}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
