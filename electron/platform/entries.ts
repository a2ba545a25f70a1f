import { fileURLToPath } from 'node:url';

/**
 * Files that are started rather than imported. Run from source they are the rooms' own `.ts` files;
 * a build puts them, and this file, side by side into `out/`.
 */
const entries = {
  'store-writer': '../engine/store/workers/store-writer.ts',
  'store-reader': '../engine/store/workers/store-reader.ts',
  practice: '../../practice/main.ts',
  renderer: '../../out/renderer/',
} as const;

export type EntryName = keyof typeof entries;

/** Where an entry lies on disk, in source and in a build alike. */
export function entryPath(name: EntryName, here: string = import.meta.url): string {
  if (/\.ts(?:\?|$)/.test(here)) return fileURLToPath(new URL(entries[name], here));
  return fileURLToPath(new URL(name === 'renderer' ? 'renderer/' : `${name}.js`, here));
}
