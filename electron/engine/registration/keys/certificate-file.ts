import type { SmallFile } from '../../kernel/files/file-saver.ts';

/** A certificate as a file that the portal accepts. */
export function certificateFile(name: string, pem: string): SmallFile {
  return { name, mediaType: 'application/x-pem-file', content: pem };
}
