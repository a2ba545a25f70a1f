import { describe, expect, test } from 'vitest';
import type { Domains } from '../../tenants/other-domains.ts';
import { domainFindings } from './domain-findings.ts';

const before: Domains = {
  primaryDomain: 'fabrikam.example',
  initialDomain: 'fabrikam.onmicrosoft.example',
  verifiedDomains: ['fabrikam.example', 'fabrikam.onmicrosoft.example'],
};

describe('the domains of a tenant, against those of the last good test', () => {
  test('that are the same in another order are no finding', () => {
    const now = { ...before, verifiedDomains: before.verifiedDomains.toReversed() };
    expect(domainFindings(before, now)).toEqual([]);
  });

  test('another primary one of the same set is told by its names', () => {
    const now = { ...before, primaryDomain: 'fabrikam.onmicrosoft.example' };
    expect(domainFindings(before, now)).toEqual([
      {
        kind: 'primaryDomainChanged',
        params: { from: 'fabrikam.example', to: 'fabrikam.onmicrosoft.example' },
      },
    ]);
  });

  test('what came and went is told, the initial one included', () => {
    const now = {
      primaryDomain: 'fabrikam-group.example',
      initialDomain: 'fabrikamgroup.onmicrosoft.example',
      verifiedDomains: ['fabrikam-group.example', 'fabrikam.example'],
    };
    expect(domainFindings(before, now).map(({ kind, params }) => [kind, params])).toEqual([
      ['primaryDomainChanged', { from: 'fabrikam.example', to: 'fabrikam-group.example' }],
      [
        'domainsChanged',
        {
          added: 'fabrikam-group.example, fabrikamgroup.onmicrosoft.example',
          removed: 'fabrikam.onmicrosoft.example',
        },
      ],
    ]);
  });

  test('that were never read say nothing', () => {
    expect(domainFindings(null, before)).toEqual([]);
    expect(domainFindings(before, { ...before, verifiedDomains: [] })).toEqual([]);
  });
});
