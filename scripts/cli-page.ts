/**
 * Writes the commands into docs/cli.md: `npm run cli-page`. A unit test compares the page with the commands.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withCommands } from './cli-page/commands.ts';

const page = path.resolve(import.meta.dirname, '../docs/cli.md');
writeFileSync(page, withCommands(readFileSync(page, 'utf8')));
console.log(`Written: ${page}`);
