import { existsSync } from 'node:fs';

/** What a person has to do when no LibreOffice was found. */
export const missingOfficeSentence =
  'LibreOffice was not found, so exports are not opened in it: on Debian ' +
  '"apt-get install --no-install-recommends libreoffice-calc-nogui", or name it in EVERGRANT_SOFFICE.';

/** Where LibreOffice puts its program on Debian, on macOS and on Windows. */
const systemPaths = [
  '/usr/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** The LibreOffice that tests open exports with: `EVERGRANT_SOFFICE`, or the system's own. */
export function findOffice(
  candidates: readonly (string | undefined)[] = [process.env['EVERGRANT_SOFFICE'], ...systemPaths],
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return candidates.find((path) => path !== undefined && path !== '' && exists(path));
}
