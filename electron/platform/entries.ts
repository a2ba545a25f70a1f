import { fileURLToPath } from 'node:url';

/**
 * Files that are started rather than imported. Run from source, they are the `.ts` files in their source
 * folders; a build puts them side by side with this file into `out/`.
 */
const entries = {
  'store-writer': '../engine/store/workers/store-writer.ts',
  'store-reader': '../engine/store/workers/store-reader.ts',
  practice: '../../practice/main.ts',
  renderer: '../../out/renderer/',
} as const;

export type EntryName = keyof typeof entries;

/** The path of an entry, both from source and in a build. */
export function entryPath(name: EntryName, here: string = import.meta.url): string {
  if (/\.ts(?:\?|$)/.test(here)) return fileURLToPath(new URL(entries[name], here));
  return fileURLToPath(new URL(name === 'renderer' ? 'renderer/' : `${name}.js`, here));
}
