import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../../..');

/** One text that people read, and its place: a key of the catalog, or a line of a document. */
export interface ReadText {
  readonly at: string;
  readonly text: string;
}

/** Quotes Microsoft's pages verbatim. */
const microsoftsWords = 'page-phrases.ts';
/** Only combines other files, whose texts are already checked. */
const joined = 'problems.ts';

/** Every text of the catalog, by file and key. */
export async function catalogTexts(): Promise<readonly ReadText[]> {
  const files = globSync('text/en/*.ts', { cwd: root })
    .map((file) => path.basename(file))
    .filter((file) => file !== microsoftsWords && file !== joined)
    .toSorted();
  const modules = await Promise.all(
    files.map(async (file) => {
      const module: unknown = await import(pathToFileURL(path.join(root, 'text/en', file)).href);
      return textsIn(module, `text/en/${file}`);
    }),
  );
  return modules.flat();
}

function textsIn(value: unknown, at: string): readonly ReadText[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at} ${key}`));
}

/** Handwritten and generated documents, line by line, without code, addresses and the rules of tables. */
export function documentTexts(): readonly ReadText[] {
  const files = globSync(
    ['*.md', 'docs/**/*.md', '{electron,practice,renderer,text,test}/**/README.md'],
    { cwd: root },
  ).map((file) => file.replaceAll(path.sep, '/'));
  return files.toSorted().flatMap((file) => linesIn(file));
}

function linesIn(file: string): readonly ReadText[] {
  const source = readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  let inCode = false;
  return source.split('\n').flatMap((line, index) => {
    if (line.trimStart().startsWith('```')) inCode = !inCode;
    if (inCode || line.trimStart().startsWith('```')) return [];
    const text = line
      .replaceAll(/`[^`]*`/g, '')
      .replaceAll(/\]\([^)]*\)/g, ']')
      .replaceAll(/<!--.*?-->|https?:\/\/\S+/g, '');
    return text.trim() === '' ? [] : [{ at: `${file}:${index + 1}`, text }];
  });
}

/** Whether a text of the catalog is a button, a label or a title, judged by the name of its key. */
export function isLabel({ at }: ReadText): boolean {
  return /(?:title|heading|label|button|action|column|tab|option|placeholder)$/i.test(at);
}
