import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createRouterClient } from '@orpc/server';
import { systemPdfPrinter } from '../../../electron/platform/browsers/print-pdf.ts';
import type { Keyring } from '../../../electron/platform/keys/keyring.ts';
import { createFileLog } from '../../../electron/platform/log.ts';
import { createNodeNetwork } from '../../../electron/platform/network.ts';
import { dataFolders } from '../../../electron/platform/paths.ts';
import { startNodeProcess } from '../../../electron/platform/practice/practice-process.ts';
import { systemRandom } from '../../../electron/platform/random.ts';
import { nodeWorkers } from '../../../electron/platform/workers.ts';
import { createRealEngine } from '../../../electron/platform/workspace/engine.ts';
import { openWorkspace } from '../../../electron/platform/workspace/open-workspace.ts';
import { createDownloads } from '../../../electron/web/downloads.ts';
import { startWebHost } from '../../../electron/web/web-host.ts';
import { createText } from '../../../text/create-text.ts';
import { createJumpingClock } from '../jumping-clock.ts';
import { simulatedLinks } from '../simulated-links.ts';
import { refusePorts } from './refuse-ports.ts';
import { storyCommand, storyHostOptions } from './protocol.ts';
import type { StoryEvent } from './protocol.ts';

/**
 * The web host as the product composes it, except for two ports: a clock that can be set forward, and a
 * "browser" that reports to the test which address was opened. It is a separate process, so that a test can
 * end it at any moment.
 */
const [, , rendererDir = '', wanted = '{}'] = process.argv;
const options = storyHostOptions.parse(JSON.parse(wanted));
const tell = (event: StoryEvent): void => {
  process.stdout.write(`${JSON.stringify(event)}\n`);
};

const noKeyring: Keyring = {
  read: () => Promise.reject(new Error('This computer has no keyring.')),
  write: () => Promise.reject(new Error('This computer has no keyring.')),
};
const clock = createJumpingClock();
let online = true;
const log = createFileLog(dataFolders(options.dataDir).logs);
const downloads = createDownloads(systemRandom);
const workspace = openWorkspace({
  host: 'web',
  version: '0.0.0-story',
  online: () => online,
  dataDir: options.dataDir,
  first: options.practice ? 'practice' : 'real',
  keySources: { keyFile: options.keyFile, passphraseFile: null, keyring: noKeyring },
  startProcess: startNodeProcess,
  createEngine: createRealEngine,
  ports: {
    network: createNodeNetwork(),
    links: simulatedLinks((url, browser) => {
      if (!options.browser) throw new Error('No browser on this computer.');
      tell({ event: 'open', url, browser });
    }, options.privateBrowsers),
    clock,
    random: systemRandom,
    log,
    workers: nodeWorkers,
    readFile: (path) => readFile(path, 'utf8'),
    exportFiles: downloads,
    computer: 'LAPTOP-7',
    printPdf: systemPdfPrinter,
    stays: true,
    holder: `story-${process.pid}`,
  },
});

if (options.furnish && (await workspace.info()).state === 'ready') {
  const client = createRouterClient(await workspace.router(), { context: {} });
  const { name, clientId, cloudFile, certificateFile, domains } = options.furnish;
  if ((await client.profiles.list()).length === 0) {
    await client.profiles.add({
      name,
      clientId,
      cloud: { kind: 'custom', file: cloudFile },
      credential: { kind: 'certificate', pem: await readFile(certificateFile, 'utf8') },
    });
    for (const domain of domains) await client.tenants.add({ domainOrId: domain });
  }
}

const host = await startWebHost({
  workspace,
  rendererDir,
  port: 0,
  random: systemRandom,
  downloads,
  log,
  text: createText(),
});

if (!options.loopbackPorts) refusePorts();

createInterface({ input: process.stdin }).on('line', (line) => {
  const command = storyCommand.parse(JSON.parse(line));
  switch (command.command) {
    case 'jump':
      clock.jump(command.ms);
      tell({ event: 'jumped' });
      break;
    case 'network':
      online = command.online;
      tell({ event: 'network' });
      break;
    case 'link':
      tell({ event: 'link', link: host.link() });
      break;
  }
});
process.once('SIGTERM', () => {
  void host
    .close()
    .then(() => workspace.close())
    .then(() => process.exit(0));
});
tell({ event: 'ready', address: host.address });
