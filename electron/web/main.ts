import { hostname } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { createText } from '../../text/create-text.ts';
import { problemOf } from '../engine/errors/evergrant-error.ts';
import { ownDesk } from '../platform/browsers/desk.ts';
import { entryPath } from '../platform/entries.ts';
import { hasDisplay, systemLinks } from '../platform/links.ts';
import { openNodeHost, version } from '../platform/node-host.ts';
import { problemSentence } from '../platform/problem-sentence.ts';
import { systemRandom } from '../platform/random.ts';
import { openWindow } from './app-window.ts';
import { createDownloads } from './downloads.ts';
import { startWebHost } from './web-host.ts';

const text = createText();
const command = new Command('evergrant-web')
  .description(text.t('host:option.description'))
  .version(version)
  .option('--port <number>', text.t('host:option.port'), portNumber, 0)
  .option('--no-open', text.t('host:option.noOpen'))
  .option('--practice', text.t('host:option.practice'), false)
  .option('--data-dir <folder>', text.t('host:option.dataDir'))
  .option('--key-file <file>', text.t('host:option.keyFile'))
  .option('--json', text.t('host:option.json'), false)
  .parse();
const options = command.opts<{
  port: number;
  open: boolean;
  practice: boolean;
  dataDir?: string;
  keyFile?: string;
  json: boolean;
}>();

const print = (fields: Readonly<Record<string, string>>, sentence: string): void => {
  process.stdout.write(`${options.json ? JSON.stringify(fields) : sentence}\n`);
};

// The reader of standard output may close; the host and its windows keep running.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  await run();
} catch (error) {
  process.stderr.write(`${problemSentence(text, problemOf(error))}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const downloads = createDownloads(systemRandom);
  const { workspace, log } = openNodeHost({
    ...options,
    host: 'web',
    exportFiles: () => downloads,
  });
  const rendererDir = entryPath('renderer');
  const host = await startWebHost({
    workspace,
    rendererDir,
    port: options.port,
    random: systemRandom,
    downloads,
    log,
    text,
  }).catch(async (error: unknown) => {
    await workspace.close();
    throw error;
  });
  const stop = (): void => {
    void host.close().then(() => workspace.close());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);

  const { address } = host;
  const { port } = new URL(address);
  const forward = `ssh -L ${port}:127.0.0.1:${port} ${hostname()}`;
  print(
    { event: 'listening', address, link: host.link(), forward },
    text.t('host:listening', { link: host.link(), forward }),
  );
  host.onLastClosed(() => {
    print({ event: 'link', link: host.link() }, text.t('host:again', { link: host.link() }));
  });
  if (options.open && hasDisplay(process.platform, process.env)) {
    const opened = await openWindow(host.link(), ownDesk, systemLinks);
    print({ event: 'opened', opened }, text.t(`host:opened.${opened}`));
  }
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError(text.t('host:option.portInvalid'));
  }
  return port;
}
