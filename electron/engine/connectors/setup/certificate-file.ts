import type { SmallFile } from '../../small-files.ts';

/** A certificate as a file that the portal takes. */
export function certificateFile(name: string, pem: string): SmallFile {
  return { name, mediaType: 'application/x-pem-file', content: pem };
}
