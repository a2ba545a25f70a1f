import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  appRoleAssignments,
  permissionGrants,
} from '../../electron/engine/connection/test/graph-rows.ts';
import { readStreamPage } from '../../electron/engine/store/directory/pages/read-page.ts';
import { microsoftSamples } from '../support/microsoft-facts.ts';

const list = z.looseObject({ value: z.array(z.looseObject({})) });
const named = (pattern: RegExp): [name: string, answer: z.infer<typeof list>][] => {
  const found = Object.entries(microsoftSamples).filter(([name]) => pattern.test(name));
  if (found.length === 0) throw new Error(`No sample is named like ${pattern}`);
  return found.map(([name, { response }]) => [name, list.parse(withRealIds(response))]);
};
const bytes = (value: unknown): ArrayBuffer =>
  new TextEncoder().encode(JSON.stringify(value)).buffer;
/**
 * Replaces the ids that the documentation shortens, omits or writes as placeholders; a real answer has full
 * ids.
 */
function withRealIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (inner === 'datetime-value') return '2026-01-01T00:00:00Z';
      if (/^(?:id|resourceId|clientId|appRoleId)$/.test(key)) return asGuid(String(inner));
      if (key !== 'value' || !Array.isArray(inner)) return inner;
      return inner.map((one: object, index) => ({ id: `unnamed ${index}`, ...one }));
    }),
  );
}
function asGuid(text: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
    ? text
    : `00000000-0000-4000-8000-${Buffer.from(text).toString('hex').padStart(12, '0').slice(-12)}`;
}

describe("Microsoft's documented answers", () => {
  it.each(named(/^(?:group-delta|delta-query-groups)-/))('%s is read as groups', (_, answer) => {
    const page = readStreamPage('groups', bytes(answer));
    expect(page.failed).toEqual([]);
    expect(page.groups).toHaveLength(answer.value.length);
    expect(page.nextLink ?? page.deltaLink).toMatch(/^https:\/\//);
  });

  it.each(named(/^(?:user-delta|delta-query-users)-/))('%s is read as people', (_, answer) => {
    expect(readStreamPage('users', bytes(answer)).people).toHaveLength(answer.value.length);
  });

  it.each(named(/^serviceprincipal-list-approleassignments-/))(
    '%s is read as assignments',
    (_, answer) => {
      expect(appRoleAssignments.parse(answer.value).length).toBeGreaterThan(0);
    },
  );

  it.each(named(/^(?:oauth2permissiongrant-list|serviceprincipal-list-oauth2permissiongrants)-/))(
    '%s is read as grants',
    (_, answer) => {
      expect(permissionGrants.parse(answer.value).length).toBeGreaterThan(0);
    },
  );
});
