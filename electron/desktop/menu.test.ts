import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

const roles = (platform: NodeJS.Platform, packaged: boolean): readonly unknown[] =>
  menuTemplate(platform, packaged).map((item) => item.role);

describe('the menu', () => {
  it('has the app menu on a Mac, the file menu elsewhere', () => {
    expect(roles('darwin', true)).toEqual(['appMenu', 'editMenu', 'viewMenu', 'windowMenu']);
    expect(roles('win32', true)).toEqual(['fileMenu', 'editMenu', 'viewMenu', 'windowMenu']);
  });

  it('shows the developer tools only while developing', () => {
    expect(JSON.stringify(menuTemplate('win32', true))).not.toContain('toggleDevTools');
    expect(JSON.stringify(menuTemplate('win32', false))).toContain('toggleDevTools');
  });
});
