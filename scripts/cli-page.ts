/** Writes the commands into docs/cli.md: `npm run cli-page`. A unit test holds the page against the command. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withCommands } from './cli-page/commands.ts';

const page = path.resolve(import.meta.dirname, '../docs/cli.md');
writeFileSync(page, withCommands(readFileSync(page, 'utf8')));
console.log(`Written: ${page}`);
