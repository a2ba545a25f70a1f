import { existsSync } from 'node:fs';

/** What to do when LibreOffice was not found. */
export const missingOfficeSentence =
  'LibreOffice was not found, so exports are not opened in it: on Debian ' +
  '"apt-get install --no-install-recommends libreoffice-calc-nogui", or name it in EVERGRANT_SOFFICE.';

/** The paths of LibreOffice's program on Debian, macOS and Windows. */
const systemPaths = [
  '/usr/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** The LibreOffice with which tests open exports: `EVERGRANT_SOFFICE`, or the system's own. */
export function findOffice(
  candidates: readonly (string | undefined)[] = [process.env['EVERGRANT_SOFFICE'], ...systemPaths],
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return candidates.find((path) => path !== undefined && path !== '' && exists(path));
}
