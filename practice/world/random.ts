import { createHash } from 'node:crypto';

/** Randomness determined entirely by a seed. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  integer(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Normally distributed, mean 0, deviation 1 (Box-Muller). */
  normal(): number;
  /** A version 4 GUID, lower-case. */
  guid(): string;
  /** A separate stream: drawing from it does not change this one. */
  fork(label: string): Random;
}

/**
 * The practice cloud's generator: SplitMix32 keyed by a hash of seed and label, so that a change in how one
 * customer is created does not affect the others. Not for secrets.
 */
export function createRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const bits = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const next = (): number => bits() / 0x1_0000_0000;
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const item = list[integer(list.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    guid: () => {
      const hex = (): string => bits().toString(16).padStart(8, '0');
      const [a, b, c, d] = [hex(), hex(), hex(), hex()];
      const variant = (8 + integer(4)).toString(16);
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}
