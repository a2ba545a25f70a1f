import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a build is made of; a change in any of it makes the last build old. */
const sources = [
  '{electron,practice,text}/**/*.{ts,css,json}',
  'renderer/**/*.{ts,tsx,css,html,svg,json}',
  'scripts/{build,bundles,build-stamp}.ts',
  'package.json',
  'package-lock.json',
];

/**
 * One hash over the names and contents of all sources. Contents, not times: a checkout or a restored
 * cache changes times only. Tests are no part of a build; `more` are patterns of what else is.
 */
export function sourceStamp(projectDir: string, more: readonly string[] = []): string {
  const hash = createHash('sha256').update(process.versions.node);
  const files = globSync([...sources, ...more], { cwd: projectDir })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort();
  for (const file of files) {
    const full = path.join(projectDir, file);
    if (!statSync(full).isFile()) continue;
    hash.update(`\0${file.replaceAll('\\', '/')}\0`).update(readFileSync(full));
  }
  return hash.digest('hex');
}
