import { expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { systemLinks } from '../links.ts';
import { systemRandom } from '../random.ts';
import { nodeWorkers } from '../workers.ts';
import { openFolder } from './folder.ts';
import { createRefusingRouter } from './refusing-router.ts';

const refuse = (): Promise<never> => Promise.reject(new Error('nothing is asked here'));

test('an engine that cannot be closed keeps nothing else of its folder running', async () => {
  let isRunning = true;
  const folder = await openFolder({
    name: 'practice',
    path: 'practice',
    keys: {
      find: async () => ({ state: 'found', key: new Uint8Array(32), keeper: 'practiceKeyFile' }),
      unlock: refuse,
      setPassphrase: refuse,
    },
    ports: {
      network: { send: refuse },
      links: systemLinks,
      clock: systemClock,
      random: systemRandom,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      workers: nodeWorkers,
      readFile: refuse,
      exportFiles: {
        choose: () => {
          throw new Error('nothing is exported here');
        },
      },
      computer: 'LAPTOP-7',
      holder: 'test',
    },
    createEngine: async () => ({
      router: createRefusingRouter({ code: 'internal', params: {}, retry: 'never' }),
      close: () => Promise.reject(new Error('the disk is gone')),
    }),
    onClose: async () => {
      isRunning = false;
    },
  });
  expect(folder.status().state).toBe('ready');
  await expect(folder.close()).rejects.toThrow('the disk is gone');
  expect(isRunning).toBe(false);
});
