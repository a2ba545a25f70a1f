import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startCloud } from './cloud.ts';

/**
 * The practice cloud's process. Prints its manifest as one line of JSON when it is ready, and ends on SIGTERM
 * and SIGINT, or when its parent process ends.
 */
const { values } = parseArgs({
  options: {
    state: { type: 'string' },
    seed: { type: 'string' },
    groups: { type: 'string' },
    memberships: { type: 'string' },
    'https-port': { type: 'string', default: '0' },
    'http-port': { type: 'string', default: '0' },
  },
});
const number = z.coerce.number().int().nonnegative();
const options = z
  .object({
    state: z.string({ error: 'Say with --state DIR where the practice cloud keeps its state.' }),
    seed: number.optional(),
    groups: number.optional(),
    memberships: number.optional(),
    'https-port': number,
    'http-port': number,
  })
  .safeParse(values);

if (options.success) {
  const { state, seed, groups, memberships } = options.data;
  const cloud = await startCloud({
    folder: state,
    seed,
    largeGroups: groups,
    largeMemberships: memberships,
    httpsPort: options.data['https-port'],
    httpPort: options.data['http-port'],
    controlToken: randomBytes(32).toString('base64url'),
  });
  const stop = (): void => {
    void cloud.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  endWithParent(stop);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.stdout.write(`${JSON.stringify(cloud.manifest)}\n`);
} else {
  process.stderr.write(`${z.prettifyError(options.error)}\n`);
  process.exitCode = 2;
}

/**
 * A pipe on standard input closes when the parent ends. Electron's utility processes have no input, and a
 * terminal's end doesn't indicate the parent's end.
 */
function endWithParent(stop: () => void): void {
  if (Reflect.has(process, 'parentPort') || process.stdin.isTTY) return;
  process.stdin.on('error', stop).once('end', stop).resume();
}
