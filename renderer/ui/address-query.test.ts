import { describe, expect, it } from 'vitest';
import { changedQuery, oneOf, orderChange, orderOf, searchOf, someOf } from './address-query.ts';

const asked = (query: string) => new URLSearchParams(query);

describe('what a list shows, in its address', () => {
  it('changes without losing the rest, and drops what is empty', () => {
    expect(changedQuery('', { search: 'vpn & wlan' })).toBe('search=vpn+%26+wlan');
    expect(changedQuery('search=vpn&sort=-name', { filter: ['hidden', 'empty'] })).toBe(
      'search=vpn&sort=-name&filter=hidden&filter=empty',
    );
    expect(changedQuery('search=vpn&filter=a&filter=b', { search: '', filter: [] })).toBe('');
  });

  it('comes back as it was written', () => {
    const text = 'Ünal, "J&J" 100% #1';
    expect(searchOf(asked(changedQuery('', { search: text })))).toBe(text);
    for (const order of [
      { sort: 'name', descending: true },
      { sort: 'members', descending: false },
      { sort: 'name', descending: false },
    ] as const) {
      const usual = { sort: 'name', descending: false } as const;
      const query = changedQuery('', orderChange(order, usual));
      expect(orderOf(asked(query), ['name', 'members'], usual)).toEqual(order);
    }
    expect(
      changedQuery(
        '',
        orderChange({ sort: 'a', descending: false }, { sort: 'a', descending: false }),
      ),
    ).toBe('');
  });

  it('takes only what it knows from a typed address', () => {
    const usual = { sort: 'name', descending: false } as const;
    expect(orderOf(asked('sort=-nonsense'), ['name'], usual)).toEqual(usual);
    expect(someOf(asked('filter=x&filter=hidden'), 'filter', ['hidden', 'empty'])).toEqual([
      'hidden',
    ]);
    expect(oneOf(asked('tab=x'), 'tab', ['a', 'b'], 'a')).toBe('a');
    expect(oneOf(asked('tab=b'), 'tab', ['a', 'b'], null)).toBe('b');
    expect(searchOf(asked(`search=${'x'.repeat(300)}`))).toHaveLength(200);
  });
});
