import { notDrawn } from './pictures/not-drawn.ts';
import { scenes } from './pictures/scenes.ts';
import { takePictures } from './pictures/take-pictures.ts';

/**
 * Draws every screen and state of the product over the practice cloud into `out/pictures/`; exits with an
 * error on an axe finding, a console message, or a state that can't be reached.
 *
 * `npm run pictures [part of a name…]`
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const { drawn, faults } = await takePictures(scenes, process.argv.slice(2), say);
  for (const { name, why } of notDrawn) say(`Not drawn: ${name}, because ${why}`);
  say(`${drawn} states drawn in out/pictures, ${faults.length} faults.`);
  for (const fault of faults) say(`  ${fault}`);
  process.exitCode = faults.length === 0 && drawn > 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`No pictures: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
