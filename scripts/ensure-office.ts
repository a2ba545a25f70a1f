/**
 * Ensures that the integration tests find LibreOffice: uses an existing one, or installs Debian's package
 * when this needs no prompt. Otherwise the test that needs it reports that it is skipped.
 */
import { installFromDebian } from './debian-packages.ts';
import { findOffice, missingOfficeSentence } from './find-office.ts';

const office =
  findOffice() ?? (installFromDebian(['libreoffice-calc-nogui']) ? findOffice() : undefined);
console.log(office === undefined ? missingOfficeSentence : `LibreOffice: ${office}`);
