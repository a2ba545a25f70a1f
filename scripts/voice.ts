/**
 * Lists the findings of the wording check: `node scripts/voice.ts [part of a place…]`. The words and their
 * reasons are in `test/architecture/voice/`.
 */
import { allowed } from '../test/architecture/voice/allowed.ts';
import { findingsIn } from '../test/architecture/voice/findings.ts';
import { quoteRules, spellingRules, wordRules } from '../test/architecture/voice/rules.ts';
import { catalogTexts, documentTexts } from '../test/architecture/voice/texts.ts';

const places = process.argv.slice(2);
const isAsked = ({ at }: { readonly at: string }) =>
  places.length === 0 || places.some((place) => at.includes(place));
const catalog = (await catalogTexts()).filter(isAsked);
const documents = documentTexts().filter(isAsked);
const findings = [
  ...findingsIn(catalog, [...wordRules, ...spellingRules, ...quoteRules], allowed),
  ...findingsIn(documents, [...wordRules, ...spellingRules], allowed),
];
for (const finding of findings) console.log(finding);
console.log(`${findings.length} findings in ${catalog.length + documents.length} texts.`);
process.exitCode = findings.length === 0 ? 0 : 1;
