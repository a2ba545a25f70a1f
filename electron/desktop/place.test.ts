import { describe, expect, it } from 'vitest';
import { placeOnScreen } from './place.ts';

const screens = [
  { x: 0, y: 25, width: 1920, height: 1055 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];
const at = (x: number, y: number): Parameters<typeof placeOnScreen>[0] => ({
  x,
  y,
  width: 1000,
  height: 700,
  maximized: false,
});

describe('where a window opens', () => {
  it.each([
    [100, 100],
    [2000, 50],
    [-800, 100],
  ])('is kept while a screen shows it: %i, %i', (x, y) => {
    expect(placeOnScreen(at(x, y), screens)).toEqual(at(x, y));
  });

  it.each([
    [4000, 100],
    [-950, 100],
    [100, 2000],
    [100, -300],
  ])('is left to the system when its screen is gone: %i, %i', (x, y) => {
    expect(placeOnScreen(at(x, y), screens)).toEqual({
      width: 1000,
      height: 700,
      maximized: false,
    });
  });
});
