import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The repository's top folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** One source file, read once. */
export interface SourceFile {
  /** Relative to the repository's top folder, with forward slashes. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file in the folders, by name; skips those with fewer lines than `fewest`. */
export function sourceFiles(folders: readonly string[], fewest = 0): readonly SourceFile[] {
  return globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .toSorted()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ text }) => text.split('\n').length >= fewest)
    .map(({ path: file, text }) => ({
      path: file,
      tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
    }));
}

export function isTest(file: string): boolean {
  return file.startsWith('test/') || /\.test\.tsx?$/.test(file);
}
