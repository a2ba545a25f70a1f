import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRoleAssignments, permissionGrants } from '../../electron/engine/grants/graph-rows.ts';
import { readStreamPage } from '../../electron/engine/store/directory/pages/read-page.ts';

const shared = process.env['EVERGRANT_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const folder = resolve(shared, 'data/entra-graph/samples');
const there = existsSync(folder);
if (!there)
  process.stdout.write("Left out: Microsoft's documented samples do not lie beside us.\n");

const sample = z.object({ response: z.unknown() });
const names = (pattern: RegExp): string[] =>
  there ? readdirSync(folder).filter((name) => pattern.test(name)) : [];
const answer = (name: string): unknown =>
  sample.parse(JSON.parse(readFileSync(resolve(folder, name), 'utf8'))).response;
const bytes = (value: unknown): ArrayBuffer =>
  new TextEncoder().encode(JSON.stringify(value)).buffer;
/** The documentation shortens ids, leaves some out and writes placeholders; a real answer has none. */
const withRealIds = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (inner === 'datetime-value') return '2026-01-01T00:00:00Z';
      if (/^(?:id|resourceId|clientId|appRoleId)$/.test(key)) return asGuid(String(inner));
      if (key !== 'value' || !Array.isArray(inner)) return inner;
      return inner.map((one: object, index) => ({ id: `left out ${index}`, ...one }));
    }),
  );
const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const asGuid = (text: string): string =>
  isGuid(text)
    ? text
    : `00000000-0000-4000-8000-${Buffer.from(text).toString('hex').padStart(12, '0').slice(-12)}`;

describe.runIf(there)("Microsoft's documented answers", () => {
  it.each(names(/^(?:group-delta|delta-query-groups)-.*\.json$/))(
    '%s is read as groups',
    (name) => {
      const given = withRealIds(answer(name)) as { readonly value: readonly unknown[] };
      const page = readStreamPage('groups', bytes(given));
      expect(page.failedGroups).toEqual([]);
      expect(page.groups).toHaveLength(given.value.length);
      expect(page.nextLink ?? page.deltaLink).toMatch(/^https:\/\//);
    },
  );

  it.each(names(/^(?:user-delta|delta-query-users)-.*\.json$/))('%s is read as people', (name) => {
    const given = withRealIds(answer(name)) as { readonly value: readonly unknown[] };
    expect(readStreamPage('users', bytes(given)).people).toHaveLength(given.value.length);
  });

  it.each(names(/^serviceprincipal-list-approleassignments-.*\.json$/))(
    '%s is read as assignments',
    (name) => {
      const { value } = withRealIds(answer(name)) as { readonly value: unknown };
      expect(appRoleAssignments.parse(value).length).toBeGreaterThan(0);
    },
  );

  it.each(
    names(/^(?:oauth2permissiongrant-list|serviceprincipal-list-oauth2permissiongrants)-.*\.json$/),
  )('%s is read as grants', (name) => {
    const { value } = withRealIds(answer(name)) as { readonly value: unknown };
    expect(permissionGrants.parse(value).length).toBeGreaterThan(0);
  });
});
