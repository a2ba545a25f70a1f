import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The repository's top folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** One file of code, read once. */
export interface SourceFile {
  /** From the repository's top folder, with forward slashes. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file in one of the folders, by name. */
export function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  return globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .toSorted()
    .map((file) => ({
      path: file,
      tree: ts.createSourceFile(
        file,
        readFileSync(path.join(root, file), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      ),
    }));
}

export function isTest(file: string): boolean {
  return file.startsWith('test/') || /\.test\.tsx?$/.test(file);
}
