import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawRooms, putPicture } from './picture.ts';
import { arrowsBetweenRooms } from './rooms.ts';
import { root, sourceFiles } from './source-files.ts';

describe('the picture of the rooms', () => {
  it('in docs/architecture.md is what `npm run house -- --picture` draws', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8').replaceAll(
      '\r\n',
      '\n',
    );
    const files = sourceFiles(['electron', 'renderer', 'practice', 'text', 'scripts', 'test']);
    expect(page).toBe(putPicture(page, drawRooms(arrowsBetweenRooms(files))));
  });

  it('leaves out an arrow that a longer way tells', () => {
    const arrows = [
      { from: 'web', to: 'platform', imports: 1 },
      { from: 'platform', to: 'contract', imports: 1 },
      { from: 'web', to: 'contract', imports: 9 },
    ];
    const drawn = drawRooms(arrows);
    expect(drawn).toContain('web --> platform');
    expect(drawn).toContain('platform --> contract');
    expect(drawn).not.toContain('web --> contract');
  });

  it('refuses to draw a circle', () => {
    const arrows = [
      { from: 'web', to: 'platform', imports: 1 },
      { from: 'platform', to: 'web', imports: 1 },
    ];
    expect(() => drawRooms(arrows)).toThrow(/lead from (?:web|platform) back/);
  });

  it('says where it belongs when a page has no place for it', () => {
    expect(() => putPicture('# Page', 'picture')).toThrow('npm run house');
  });
});
