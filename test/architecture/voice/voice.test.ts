import { describe, expect, it } from 'vitest';
import { allowed } from './allowed.ts';
import { findingsIn } from './findings.ts';
import { longestLabel, quoteRules, spellingRules, wordRules } from './rules.ts';
import { catalogTexts, documentTexts, isLabel } from './texts.ts';

const catalog = await catalogTexts();
const documents = documentTexts();

describe('the voice of Evergrant', () => {
  it('reads the whole catalog and every document', () => {
    expect(catalog.length).toBeGreaterThan(3000);
    expect(documents.some(({ at }) => at.startsWith('README.md:'))).toBe(true);
  });

  it.each([
    ['catalog', catalog],
    ['documents', documents],
  ] as const)('has no word in the %s that reads as translated', (_where, texts) => {
    expect(findingsIn(texts, wordRules, allowed)).toEqual([]);
  });

  it.each([
    ['catalog', catalog],
    ['documents', documents],
  ] as const)('spells the %s as the United States do', (_where, texts) => {
    expect(findingsIn(texts, spellingRules, allowed)).toEqual([]);
  });

  it('sets typographic quotes in the catalog', () => {
    expect(findingsIn(catalog, quoteRules, allowed)).toEqual([]);
  });

  it('has no explanation where a button, a label or a title belongs', () => {
    const long = catalog.filter((text) => isLabel(text) && text.text.length > longestLabel);
    expect(long).toEqual([]);
  });
});

describe('the check of the voice', () => {
  it.each(wordRules)('$name finds its own name', ({ name, found }) => {
    const examples: Readonly<Record<string, string>> = {
      quaint: 'Put right what is marked.',
      kept: 'Three copies are kept.',
      ending: 'Its ending decides.',
      'look on': 'Look at it.',
      'no X of Evergrant': 'This is no backup of Evergrant.',
    };
    expect(found.test(examples[name] ?? `They ${name}.`) || found.test(`It ${name}s.`)).toBe(true);
  });

  it.each(['colour', 'organise', 'analysed', 'cancelled', 'licence'])('finds %s', (word) => {
    const texts = [{ at: 'text/en/x.ts key', text: `The ${word}.` }];
    expect(findingsIn(texts, spellingRules)).toHaveLength(1);
  });

  it('lets a use through that is allowed where it is, and only there', () => {
    const texts = ['text/en/a.ts title', 'text/en/b.ts title'].map((at) => ({ at, text: 'Anew' }));
    const here = [{ rule: 'anew', at: 'text/en/a.ts title', reason: 'a quotation' }];
    expect(findingsIn(texts, wordRules, here)).toHaveLength(1);
  });

  it('has few exceptions, each with its reason, and none that nothing needs', () => {
    expect(allowed.length).toBeLessThan(20);
    expect(allowed.filter(({ reason }) => reason.length < 10)).toEqual([]);
    const texts = [...catalog, ...documents];
    const rules = [...wordRules, ...spellingRules, ...quoteRules];
    const unused = allowed.filter(
      (one) =>
        findingsIn(
          texts,
          rules,
          allowed.filter((other) => other !== one),
        ).length === findingsIn(texts, rules, allowed).length,
    );
    expect(unused).toEqual([]);
  });
});
