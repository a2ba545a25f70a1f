import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reset } from '../../../contract/reset.ts';
import { createText } from '../../../../text/create-text.ts';
import { resetReport } from '../../../../text/reports/reset-report.ts';
import { reportHtml } from './report-html.ts';

const text = createText('en', { timeZone: 'UTC' });
const at = '2026-11-26T01:00:00.000Z';

const reset = (reason: string, by: string): Reset => ({
  id: 'aaaaaaaa-0000-4000-8000-000000000000',
  tenantId: 'ffffffff-0000-4000-8000-000000000000',
  profileId: 'bbbbbbbb-0000-4000-8000-000000000000',
  version: 9,
  purpose: 'reset',
  state: 'finished',
  heldAt: null,
  holder: 'Sanne Visser',
  hands: [],
  setbacks: [],
  note: null,
  startedAt: at,
  startedBy: by,
  steps: [{ step: 'testing', outcome: 'overridden', at, by, reason, proof: null }],
  before: null,
  after: null,
  firstRefusedAt: null,
  waitUntil: null,
  portalPage: null,
  endedAt: at,
  abandoned: null,
});

/** A page with these words in every place for typed text. */
function pageWith(words: string): string {
  const tenant = {
    tenantId: 'ffffffff-0000-4000-8000-000000000000',
    profileId: 'bbbbbbbb-0000-4000-8000-000000000000',
    alias: words,
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'fabrikam.example',
    addedAt: at,
  };
  const connector = {
    name: words,
    clientId: 'cccccccc-0000-4000-8000-000000000000',
    backend: { name: words, address: null, words },
  };
  const subject = { tenant, connector, practice: true, ticket: words };
  return reportHtml({
    locale: 'en',
    title: words,
    mark: { band: 'PRACTICE', foot: 'PRACTICE' },
    markdown: resetReport(text, subject, reset(words, words), Date.parse(at)),
  });
}

/** The page's tags, without attributes and text. */
const tagsOf = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? [];
const bodyOf = (page: string): string => page.slice(page.indexOf('<main>'));
/** The visible text between tags. */
const readable = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const plain = tagsOf(bodyOf(pageWith('Fabrikam')));

describe('what people typed', () => {
  test.each([
    '<script>alert(1)</script>',
    '</title><img src=x onerror=alert(1)>',
    '![x](https://evil.example/x.png)',
    '[click](javascript:alert(1))',
    '<https://evil.example/>',
    'www.evil.example and https://evil.example',
    '</main></body><iframe srcdoc="x">',
    '**bold** _it_ ~~gone~~ `code`',
    '| a | b |',
    'trailing \\',
    '\\| \\\\| \\<b\\>',
    '&lt;script&gt; &amp; &#60;b&#62;',
    '# heading\n\n- list\n\n```\ncode\n```',
    '"><svg onload=alert(1)>',
    '[x]: https://evil.example "x"',
  ])('stands in the page as it is, and is no markup: %s', (words) => {
    const page = pageWith(words);
    expect(tagsOf(bodyOf(page))).toEqual(plain);
    expect(readable(bodyOf(page))).toContain(words.replaceAll(/\s+/g, ' '));
    const { 1: title } = /<title>([^<]*)<\/title>/.exec(page) ?? [];
    expect(readable(title ?? '')).toBe(words);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'\\|*_`<>[]()!&;#~-+:"\' \n\tab1.') }),
        ),
        (words) => {
          expect(tagsOf(bodyOf(pageWith(`x${words}x`)))).toEqual(plain);
        },
      ),
      { numRuns: 80 },
    );
  });
});

test('the page fetches nothing, runs nothing, and says PRACTICE before all else', () => {
  const page = pageWith('Fabrikam');
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
  expect(page).toContain('<html lang="en">');
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object|a)\b|\b(?:src|href|on\w+)=|url\(/i);
  expect(page).toContain('@bottom-left { content: "PRACTICE"');
  expect(/<body>\s*<p class="practice" role="note">PRACTICE</.test(page)).toBe(true);
});

test('it has headings and tables with their heads', () => {
  const page = pageWith('Fabrikam');
  expect(page.match(/<h1>.*<\/h1>/g)).toEqual(['<h1>Reset report · PRACTICE</h1>']);
  expect(page.match(/<h2>.*?<\/h2>/g)).toEqual(['<h2>Steps</h2>', '<h2>Before and after</h2>']);
  expect(page.match(/<table>/g)).toHaveLength(2);
  expect(page).toContain('<th>Step</th>');
});
