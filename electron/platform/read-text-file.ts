import { readFile } from 'node:fs/promises';
import { decodeText } from '../contract/decode-text.ts';

/** A text file as a person may have saved it, in whatever encoding. Rejects with the system's error. */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(await readFile(path)).text;
}
