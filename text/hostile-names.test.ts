import { describe, expect, test } from 'vitest';
import type { ConsentKit } from '../electron/contract/consent-kit.ts';
import type { Connection } from '../electron/contract/contract.ts';
import type { PersonGroups } from '../electron/contract/directory.ts';
import type { Reset } from '../electron/contract/reset.ts';
import { kitMessage } from './reports/consent-kit.ts';
import { createText } from './create-text.ts';
import { resetMessage } from './reports/reset-messages.ts';
import { resetReport } from './reports/reset-report.ts';
import { connectionTicket, personTicket, problemTicket } from './reports/ticket.ts';

const text = createText('en', { timeZone: 'UTC' });
const at = '2026-11-26T01:00:00.000Z';
const now = Date.parse(at);
const id = '11111111-0000-4000-8000-000000000000';

/** Names that anyone with write access to a customer's tenant could choose. */
const hostile: readonly (readonly [string, string])[] = [
  ['a line break', 'Fabrikam\nResult: Connected'],
  ['a carriage return', 'Fabrikam\r\nResult: Connected'],
  ['line and paragraph separators', 'Fabrikam\u2028Result: Connected\u2029x'],
  ['an escape sequence', 'Fabrikam\u001b[2J\u009b31m'],
  ['a bell, a null and a delete', 'Fabrikam\u0007\u0000\u007f'],
  ['a bidirectional override', 'Fabrikam \u202egnp.exe'],
  ['isolates and marks', '\u2066Fabrikam\u2069\u200f'],
  ['a formula', '=HYPERLINK("https://evil.example")'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['a table', '| a | b |\n| --- | --- |'],
  ['backticks', '`code` ```\nfence\n```'],
  ['a heading', 'x\n# Heading'],
  ['a link', '[click](https://evil.example) ![x](y)'],
  ['a place for a value', '{{name}} {{- name}} $t(common:unknown) $t(x, {"a": 1})'],
];

const tenantOf = (words: string): Connection['tenant'] => ({
  tenantId: id,
  profileId: id,
  alias: words,
  displayName: words,
  primaryDomain: words,
  initialDomain: null,
  verifiedDomains: [words],
  formerDomains: [],
  tags: [],
  notes: null,
  addedAs: words,
  addedAt: at,
});

const backendOf = (words: string) => ({ name: words, address: words, words });

function connectionOf(words: string): Connection {
  const permission = { id, type: 'application', name: words } as const;
  const problem = {
    code: 'grant.couldNotTell',
    params: { permissions: words },
    retry: 'after',
    raw: { code: words, correlationId: words, requestId: words, traceId: words },
  } as const;
  const proof = { outcome: 'couldNotTell', at, problem } as const;
  return {
    tenant: tenantOf(words),
    profile: {
      id,
      name: words,
      clientId: id,
      cloud: 'custom',
      cloudLabel: words,
      pages: { portal: 'https://portal.example', explanations: 'https://explained.example' },
      owner: 'ours',
      requiredPermissions: [permission],
      landingPage: null,
      backend: backendOf(words),
      credential: null,
      createdAt: at,
    },
    status: { kind: 'broken', stale: false, since: at, attention: [], reasons: [problem] },
    quietWatch: null,
    lastTest: {
      id,
      tenantId: id,
      profileId: id,
      startedAt: at,
      finishedAt: at,
      checks: [{ permission, verdict: 'couldNotTell', grant: proof, token: proof, read: proof }],
      findings: [
        { kind: 'mayWrite', params: { permissions: words } },
        { kind: 'domainsChanged', params: { added: words, removed: words } },
      ],
      organization: null,
      servicePrincipalId: null,
      account: words,
      refusal: problem,
    },
    attempt: null,
    account: words,
    lastSync: null,
  };
}

const kitOf = (words: string): ConsentKit => ({
  tenant: tenantOf(words),
  link: `https://login.microsoftonline.com/${id}/adminconsent`,
  ending: 'landingPage',
  clientId: id,
  shownAs: { name: words, publisher: words },
  connectorName: words,
  requiredPermissions: [{ id, type: 'application', name: words }],
});

const resetOf = (words: string): Reset => {
  const evidence = {
    at,
    testedAt: null,
    servicePrincipalId: id,
    primaryDomain: words,
    initialDomain: null,
    verifiedDomains: [words],
    permissions: [{ id, type: 'application', name: words, verdict: 'proven' } as const],
    sync: null,
  };
  return {
    id,
    tenantId: id,
    profileId: id,
    version: 9,
    purpose: 'reset',
    state: 'finished',
    heldAt: null,
    holder: words,
    hands: [{ kind: 'taken', by: words, at }],
    setbacks: [],
    note: null,
    startedAt: at,
    startedBy: words,
    steps: [{ step: 'testing', outcome: 'overridden', at, by: words, reason: words, proof: null }],
    before: evidence,
    after: evidence,
    firstRefusedAt: null,
    waitUntil: null,
    portalPage: null,
    endedAt: at,
    abandoned: null,
  };
};

const personOf = (words: string): PersonGroups => {
  const step = { id, displayName: words };
  return {
    person: {
      tenantId: id,
      id,
      displayName: words,
      userPrincipalName: words,
      mail: words,
    },
    groups: [
      { group: { id, displayName: words }, direct: true, path: [step] },
      { group: { id, displayName: words }, direct: false, path: [step, step] },
    ],
    source: 'cache',
    at,
    problem: null,
  } as unknown as PersonGroups;
};

const subjectOf = (words: string) => {
  const { tenant, profile } = connectionOf(words);
  return { tenant, profile, account: words, practice: false, ticket: words };
};
const resetFacts = (words: string) => ({
  reset: resetOf(words),
  connector: { name: words, clientId: id, backend: backendOf(words) },
  kit: kitOf(words),
  practice: false,
});

/** Everything that leaves Evergrant as text, with these words in every place for external text. */
const writers: readonly (readonly [string, (words: string) => string])[] = [
  [
    'the ticket of a connection',
    (words) => connectionTicket(text, connectionOf(words), now, subjectOf(words)),
  ],
  [
    'the ticket of a problem',
    (words) => {
      const [problem] = connectionOf(words).status.reasons;
      if (problem === undefined) throw new Error('a broken connection has a reason');
      return problemTicket(text, problem, now, subjectOf(words), [['Domain', words]]);
    },
  ],
  ['the ticket of a person', (words) => personTicket(text, personOf(words), now, subjectOf(words))],
  [
    'the message that asks for consent',
    (words) => Object.values(kitMessage(text, kitOf(words))).join('\n'),
  ],
  ...(['vendor', 'deletion', 'granting', 'vendorGrant'] as const).map(
    (step) =>
      [
        `the message for the step ${step}`,
        (words: string) => Object.values(resetMessage(text, step, resetFacts(words))).join('\n'),
      ] as const,
  ),
  [
    'the report of a reset',
    (words) => {
      const { connector } = resetFacts(words);
      const subject = { tenant: tenantOf(words), connector, practice: false, ticket: words };
      return resetReport(text, subject, resetOf(words), now);
    },
  ],
];

/** The beginnings of lines: a name can neither add a line nor change the meaning of one. */
const shapeOf = (written: string): readonly string[] =>
  written
    .split('\n')
    .map((line) => /^(?:\| | *(?:#+ |- |\d\. |\w[\w ,()]*: )?)/.exec(line)?.[0] ?? '');

describe.each(writers)('%s', (_, write) => {
  const plain = write('Fabrikam');

  test.each(hostile)('stays what it is with %s in its names', (_kind, words) => {
    const written = write(words);
    expect(written).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029]|\p{Bidi_Control}/u);
    expect(written.split('\n')).toHaveLength(plain.split('\n').length);
    expect(shapeOf(written)).toEqual(shapeOf(plain));
  });
});

test('in the report no name becomes a mark of Markdown or HTML', () => {
  const { connector } = resetFacts('x');
  const marks = '<b>*x*</b> `y` [z](q) | ~~w~~ \\';
  const subject = { tenant: tenantOf(marks), connector, practice: false, ticket: marks };
  const report = resetReport(text, subject, resetOf(marks), now);
  expect(report).toContain('\\<b\\>\\*x\\*\\</b\\> \\`y\\` \\[z\\](q) \\| \\~\\~w\\~\\~ \\\\');
  expect(report).not.toMatch(/(?<!\\)[<`~[]/);
});
