/**
 * Sees to it that the integration tests find LibreOffice: nothing to do where it is, Debian's package
 * where that needs no question. Elsewhere the test that needs it says that it is skipped.
 */
import { installFromDebian } from './debian-packages.ts';
import { findOffice, missingOfficeSentence } from './find-office.ts';

const office =
  findOffice() ?? (installFromDebian(['libreoffice-calc-nogui']) ? findOffice() : undefined);
console.log(office === undefined ? missingOfficeSentence : `LibreOffice: ${office}`);
