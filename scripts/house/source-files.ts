import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The repository's top folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** One file of code that is under version control, read once. */
export interface SourceFile {
  /** From the repository's top folder, with forward slashes. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file that Git knows and that lies in one of the folders. */
export function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
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
