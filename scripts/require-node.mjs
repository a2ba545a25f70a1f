// Plain JavaScript on purpose: it must also run on the old Node that it rejects.
import { readFileSync } from 'node:fs';

const packageFile = new URL('../package.json', import.meta.url);
const wanted = /\d+\.\d+/.exec(JSON.parse(readFileSync(packageFile, 'utf8')).engines.node)[0];
const [major, minor] = wanted.split('.').map(Number);
const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);

if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
  process.stderr.write(
    `Evergrant needs Node ${major} (${wanted} or newer), but this is Node ${process.versions.node}: ` +
      `install Node ${major} from https://nodejs.org, then run npm ci again.\n`,
  );
  process.exit(1);
}
