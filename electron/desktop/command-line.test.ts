import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('the desktop’s command line', () => {
  it('chooses nothing by itself', () => {
    expect(readCommandLine(['evergrant'])).toEqual({
      practice: false,
      dataDir: undefined,
      keyFile: undefined,
    });
  });

  it('reads our options among the script’s and Chromium’s', () => {
    const argv = [
      'electron',
      'out/main.js',
      '--inspect=0',
      '--practice',
      '--data-dir=/data',
      '--key-file',
      '/key',
      '--ozone-platform=x11',
    ];
    expect(readCommandLine(argv)).toEqual({ practice: true, dataDir: '/data', keyFile: '/key' });
  });

  it('says which option has no path', () => {
    expect(() => readCommandLine(['evergrant', '--data-dir'])).toThrow(/--data-dir needs a path/);
  });
});
