import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { descriptionFacts } from './microsoft-facts/description-facts.ts';
import { codeFacts, sampleFacts } from './microsoft-facts/sample-facts.ts';

/**
 * Writes the facts about Graph that tests need into `test/fixtures/microsoft/`: `node
 * scripts/microsoft-facts.ts --from FOLDER`. The README there describes the required content of the folder.
 */
const { values } = parseArgs({ options: { from: { type: 'string' } } });
if (values.from === undefined)
  throw new Error('Say where the description and the samples are: --from FOLDER');
const from = resolve(values.from);
const to = resolve(import.meta.dirname, '../test/fixtures/microsoft');

const read = (name: string): unknown => JSON.parse(readFileSync(resolve(from, name), 'utf8'));
const write = (name: string, facts: object): void =>
  writeFileSync(resolve(to, name), `${lines(facts, 2)}\n`);

/** JSON with one entry per line down to `depth`, so that an update gives a line-by-line diff. */
function lines(value: unknown, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value))
    return JSON.stringify(value);
  const inner = `${indent} `;
  const entries = Object.entries(value).map(
    ([name, one]) => `${inner}${JSON.stringify(name)}: ${lines(one, depth - 1, inner)}`,
  );
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

const samples = readdirSync(resolve(from, 'samples'))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => {
    const name = file.replace(/\.json$/, '');
    const facts = sampleFacts(name, read(`samples/${file}`));
    return facts === null ? [] : [[name, facts] as const];
  });
write('graph-description.json', descriptionFacts(read('graph-openapi-subset.json')));
write('samples.json', Object.fromEntries(samples));
write('entra-codes.json', codeFacts(read('aadsts-codes.json')));
