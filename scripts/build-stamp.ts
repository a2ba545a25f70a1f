import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The inputs of a build; a change in any of them makes the last build outdated. */
const sources = [
  '{electron,practice,text}/**/*.{ts,css,json}',
  'renderer/**/*.{ts,tsx,css,html,svg,json}',
  'scripts/{build,bundles,build-stamp}.ts',
  'package.json',
  'package-lock.json',
];

/**
 * One hash over the names and contents of all sources. Contents, not times: a checkout or a restored cache
 * changes only times. Tests are not part of a build; `more` are patterns of additional inputs.
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
