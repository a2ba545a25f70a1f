import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSettings } from './settings.ts';
import { firstPlace } from './window-options.ts';

// Outside Electron, electron-store works on the absolute folder that it is given.
vi.mock('electron', () => ({ default: {} }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-settings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the settings of the window', () => {
  it('begin with the system’s theme and a first window', () => {
    expect(openSettings(folder).read()).toEqual({ window: firstPlace, theme: 'system' });
  });

  it('outlive the program', () => {
    const place = { x: 10, y: 20, width: 900, height: 700, maximized: true };
    openSettings(folder).keepWindow(place);
    expect(openSettings(folder).read().window).toEqual(place);
  });

  it.each([
    ['broken', '{'],
    ['of another shape', '{"window": {"width": "wide"}, "theme": 3}'],
  ])('start anew when the file is %s', async (_what, text) => {
    await writeFile(path.join(folder, 'window.json'), text);
    expect(openSettings(folder).read()).toEqual({ window: firstPlace, theme: 'system' });
  });
});
