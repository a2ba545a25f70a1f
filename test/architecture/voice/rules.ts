/** A wording that the texts must avoid, and what to say instead. */
export interface VoiceRule {
  readonly name: string;
  readonly found: RegExp;
  readonly say: string;
}

/**
 * Words that read as translated, archaic or vague, modeled on the Microsoft Writing Style Guide and the
 * language of administrators. A rule applies to every use: the few right ones are in `allowed.ts`.
 */
export const wordRules: readonly VoiceRule[] = [
  { name: 'anew', found: /\banew\b/i, say: 'again' },
  {
    name: 'tell',
    found: /\b(?:tell|tells|told|telling)\b/i,
    say: 'show, report, say; “can’t determine” for “cannot be told”',
  },
  {
    name: 'nobody',
    found: /\b(?:nobody|somebody|everybody)\b/i,
    say: 'who: “You’re not signed in”, “no administrator”, “all customers”',
  },
  { name: 'alone', found: /\b(?<!leave |leaves |left )alone\b/i, say: 'only' },
  {
    name: 'look on',
    found: /\b(?:look|looks|looked|looking) (?:on|at|there|again|closely)\b/i,
    say: 'check, read, monitor',
  },
  {
    name: 'stand',
    found: /\b(?:stands|stood|lies)\b|\bstand (?:in|on|under|at|beside)\b/i,
    say: 'is, is registered, is listed',
  },
  { name: 'go on', found: /\b(?:go|goes|went|going) on\b/i, say: 'continue' },
  { name: 'come back', found: /\b(?:come|comes|came|coming) back\b/i, say: 'return' },
  { name: 'kept', found: /\b(?:is|are|was|were|be|been) kept\b/i, say: 'is stored, is saved' },
  { name: 'wait for', found: /\bwaits? for\b/i, say: 'is pending, needs' },
  {
    name: 'leave out',
    found: /\b(?:left|leave|leaves|leaving) (?:out|away)\b/i,
    say: 'skipped, omitted',
  },
  { name: 'here', found: /\bhere\b/i, say: 'in Evergrant, on this computer, in this tenant' },
  { name: 'if it stays', found: /\bif (?:it|this|that) stays\b/i, say: 'if it keeps happening' },
  {
    name: 'quaint',
    found: /\b(?:mind this|put right|puts right|give up|gives up|gave up)\b/i,
    say: 'note, fix, cancel',
  },
  { name: 'ending', found: /\b(?:file |its |the |an? )endings?\b/i, say: 'extension' },
  {
    name: 'no X of Evergrant',
    found: /\bno (?:\w+ )?\w+ of Evergrant\b/i,
    say: 'not an Evergrant X',
  },
  { name: 'meanwhile', found: /\bmeanwhile\b/i, say: 'in the meantime' },
  { name: 'at once', found: /\bat once\b/i, say: 'now, immediately' },
  { name: 'by itself', found: /\bby (?:itself|themselves)\b/i, say: 'automatically, separately' },
  {
    name: 'of its own',
    found:
      /\bof (?:its|their|your|his|one’s|our) own\b(?! (?:tenant|app|directory|organization|domain|connector|partner|customer)s?\b)/i,
    say: 'separate, your own X',
  },
  { name: 'lack', found: /\b(?:lacks|lacking|lacked)\b/i, say: 'is missing, does not have' },
  { name: 'hang on', found: /\bhangs? on\b/i, say: 'depends on' },
];

/** US spelling, as on Microsoft's pages. */
export const spellingRules: readonly VoiceRule[] = [
  {
    name: 'British -our',
    found: /\b(?:colour|behaviour|favour|honour|neighbour|labour|flavour)\w*/i,
    say: '-or',
  },
  {
    name: 'British -ise',
    found:
      /\b(?:organi|recogni|authori|initiali|customi|synchroni|minimi|maximi|seriali|normali|summari|reali|speciali|standardi|optimi|utili|prioriti|categori|localis|finali|itemi)s(?:e|ed|es|er|ing|ation)\b/i,
    say: '-ize',
  },
  { name: 'British -yse', found: /\b(?:analys|paralys|catalys)(?:e|ed|es|ing)\b/i, say: '-yze' },
  {
    name: 'British doubled l',
    found: /\b(?:cancell|labell|travell|modell|signall|channell|levell)(?:ed|ing|er)\b/i,
    say: 'one l: canceled, labeled',
  },
  {
    name: 'British words',
    found:
      /\b(?:catalogue|centre|grey|licence|judgement|whilst|programme|cheque|fulfil|enrol|practis(?:e|ed|es|ing)|defence|offence|metre|dialogue box|towards|afterwards|amongst|spelt|misspelt|learnt|burnt)s?\b/i,
    say: 'catalog, center, gray, license, while, practice, …',
  },
];

/** Typographic quotes and apostrophes; code between backticks is exempt. */
export const quoteRules: readonly VoiceRule[] = [
  { name: 'straight quote', found: /["']/, say: '“ ” and ’' },
];

/** A button, label or title that is longer is an explanation in the wrong place. */
export const longestLabel = 140;
