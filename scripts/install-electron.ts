/**
 * Runs the installer of the package `electron` (its `install-electron`) in the given folder, and reports the
 * progress of its downloads to the parent process. The installer has no progress hook and no time limit, so
 * its `fetch` is counted; the parent ends this process when no data arrives.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const [, , folder = ''] = process.argv;
const plainFetch = globalThis.fetch;

process.once('disconnect', () => process.exit(1));
process.channel?.unref();

globalThis.fetch = async (input, init) => {
  const { hostname, pathname } = new URL(input instanceof Request ? input.url : input);
  report({ waitsFor: hostname });
  const response = await plainFetch(input, init).catch((error: unknown) => {
    report({ failure: `${hostname} can't be reached (${codeOf(error)})` });
    throw error;
  });
  if (!response.ok) {
    const file = path.posix.basename(pathname);
    report({ failure: `${hostname} answered with HTTP ${response.status} for ${file}` });
  }
  if (!response.ok || response.body === null) return response;
  const size = Number(response.headers.get('content-length'));
  return new Response(ReadableStream.from(counted(response.body, hostname, size)), response);
};

createRequire(import.meta.url)(path.join(folder, 'install.js'));

async function* counted(
  body: AsyncIterable<Uint8Array>,
  hostname: string,
  size: number,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  try {
    for await (const bytes of body) {
      received += bytes.byteLength;
      report({ waitsFor: hostname, received, size });
      yield bytes;
    }
  } catch (error) {
    report({ failure: `the connection to ${hostname} was cut off` });
    throw error;
  }
  report({});
}

/** The system's code of the failure, such as `ENOTFOUND`, which is more helpful than "fetch failed". */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : '';
}

function report(event: {
  readonly waitsFor?: string;
  readonly received?: number;
  readonly size?: number;
  readonly failure?: string;
}): void {
  process.send?.(event);
}
