/** States of the screens that can't be reached over the practice cloud, each with the reason. */
export const notDrawn: readonly { readonly name: string; readonly why: string }[] = [
  {
    name: 'a set-up with scripts',
    why: 'Microsoft’s command-line tools know Microsoft’s own clouds alone; a set-up in a cloud from a file has none.',
  },
  {
    name: 'a connector in a national cloud, with links to its portal',
    why: 'the practice cloud is a cloud from a file, and a picture must not ask a real one.',
  },
  {
    name: 'an export or a backup that was saved under a path, or waits for one',
    why: 'a browser takes the files of the web host; only the desktop saves by itself.',
  },
  {
    name: 'rows that could not be loaded, and a hand-over that was not recorded',
    why: 'Evergrant’s own data would have to fail in between; test/e2e/altered-line.spec.ts alters the answers.',
  },
];
