import { decodeText } from '../../electron/contract/decode-text.ts';

/** The text of a chosen file, in whatever encoding it was saved. */
export async function readText(file: Blob): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer())).text;
}
