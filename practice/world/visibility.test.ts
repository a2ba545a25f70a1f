import { describe, expect, it } from 'vitest';
import { defaultSettings } from './settings.ts';
import type { World } from './types.ts';
import { isVisible } from './visibility.ts';

const world: World = {
  seed: 1,
  registrations: [],
  tenants: new Map(),
  settings: { ...defaultSettings(), effect: { principal: 5, token: 10, graph: 20, index: 30 } },
};

describe('Effect of a change', () => {
  it.each([
    ['principal', 5],
    ['token', 10],
    ['graph', 20],
    ['index', 30],
  ] as const)('reaches %s after %i ms, making and deleting alike', (reader, delay) => {
    const made = { createdAt: 1_000, deletedAt: null };
    expect(isVisible(made, world, reader, 1_000 + delay - 1)).toBe(false);
    expect(isVisible(made, world, reader, 1_000 + delay)).toBe(true);
    const deleted = { createdAt: 0, deletedAt: 1_000 };
    expect(isVisible(deleted, world, reader, 1_000 + delay - 1)).toBe(true);
    expect(isVisible(deleted, world, reader, 1_000 + delay)).toBe(false);
  });

  it('reaches the token endpoint all at once where the principal has no delay of its own', () => {
    const { principal: _none, ...effect } = world.settings.effect;
    const plain = { ...world, settings: { ...world.settings, effect } };
    expect(isVisible({ createdAt: 0 }, plain, 'principal', 9)).toBe(false);
    expect(isVisible({ createdAt: 0 }, plain, 'principal', 10)).toBe(true);
  });
});
