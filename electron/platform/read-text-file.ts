import { readFile } from 'node:fs/promises';
import { decodeText } from '../contract/decode-text.ts';

/** Reads a text file in whatever encoding a person saved it. Rejects with the system's error. */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(await readFile(path)).text;
}
