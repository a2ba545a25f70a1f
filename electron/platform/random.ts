import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../engine/kernel/ports.ts';

/** Randomness of the operating system. */
export const systemRandom: Random = {
  guid: () => randomUUID(),
  bytes: (length) => new Uint8Array(randomBytes(length)),
  fraction: () => Math.random(),
};
