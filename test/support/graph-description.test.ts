import { describe, expect, it } from 'vitest';
import { readGraphDescription } from './graph-description.ts';

const description = readGraphDescription();

describe("Microsoft's description of Graph", () => {
  it.each([
    '/v1.0/organization?$select=id,displayName,verifiedDomains',
    "/v1.0/servicePrincipals(appId='22222222-2222-4222-8222-222222222222')?$select=id",
    '/v1.0/groups/delta?$select=id,members',
    '/v1.0/groups/delta?$deltatoken=abc',
    '/v1.0/groups?$top=1',
    '/v1.0/users/ada%40contoso.com/transitiveMemberOf/microsoft.graph.group?$count=true',
  ])('knows GET %s', (target) => {
    expect(description.objection('GET', target)).toBeNull();
  });

  it.each([
    ['GET', '/v1.0/groupz', 'not described'],
    ['DELETE', '/v1.0/groups/1', 'not described'],
    ['GET', '/v1.0/groups?$tip=1', 'takes no $tip'],
    ['GET', '/v1.0/users/1/2/3', 'not described'],
  ])('objects to %s %s', (method, target, reason) => {
    expect(description.objection(method, target)).toContain(reason);
  });
});
