import { describe, expect, it } from 'vitest';
import { dataFolders, defaultDataDir } from './paths.ts';

const home = (): string => '/home/jo';

describe('the data folder', () => {
  it.each([
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\jo\\AppData\\Local' },
      'C:\\Users\\jo\\AppData\\Local\\Evergrant',
    ],
    ['darwin', {}, '/home/jo/Library/Application Support/Evergrant'],
    ['linux', {}, '/home/jo/.local/share/evergrant'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/evergrant'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/jo/.local/share/evergrant'],
  ] as const)('on %s with %o is %s', (platform, env, expected) => {
    expect(defaultDataDir({ platform, env, home })).toBe(expected);
  });

  it('never roams on Windows, even without LOCALAPPDATA', () => {
    const folder = defaultDataDir({ platform: 'win32', env: {}, home: () => 'C:\\Users\\jo' });
    expect(folder).toBe('C:\\Users\\jo\\AppData\\Local\\Evergrant');
  });

  it('has a folder of its own for Practice', () => {
    expect(dataFolders('/d')).toEqual({
      real: '/d',
      practice: '/d/practice',
      practiceCloud: '/d/practice/cloud',
      logs: '/d/logs',
      exports: '/d/exports',
    });
  });
});
