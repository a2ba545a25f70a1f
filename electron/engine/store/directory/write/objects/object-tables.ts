import type { Database } from '../../../database/open.ts';
import type { GroupValues } from '../../pages/group-page.ts';
import type { PersonValues } from '../../pages/person-page.ts';
import type { ThingValues } from '../../pages/thing-page.ts';
import { createSearchIndex } from './search-index.ts';
import { createVersions } from './versions.ts';

/** Weight of an object in `Steps`: with its indexes it costs about as much as four memberships. */
export const objectWeight = 4;

const groupColumns = [
  'sort_name',
  'name',
  'mail',
  'description',
  'mail_nickname',
  'kind',
  'flags',
  'rule',
  'rule_state',
  'created_at',
] as const satisfies readonly (keyof GroupValues)[];

const personColumns = [
  'sort_name',
  'name',
  'upn',
  'mail',
  'job_title',
  'addresses',
  'guest',
  'enabled',
  'former',
] as const satisfies readonly (keyof PersonValues | 'former')[];

const thingColumns = ['type', 'name', 'mail', 'enabled'] as const satisfies readonly (
  | keyof ThingValues
  | 'type'
)[];

/** The tables of groups, people and things, with the search indexes. */
export function createObjectTables(database: Database) {
  const idOf = database
    .prepare(
      `SELECT id FROM object WHERE no = $no UNION ALL SELECT id FROM new_object WHERE no = $no`,
    )
    .pluck();
  const groupSearch = createSearchIndex(database, {
    table: 'grp',
    columns: ['name', 'mail', 'description'],
    textColumns: ['name', 'mail', 'description', 'id'],
    texts: ({ name, mail, description }, no) => [
      name ?? '',
      mail ?? '',
      description ?? '',
      String(idOf.get({ no })),
    ],
  });
  const personSearch = createSearchIndex(database, {
    table: 'person',
    columns: ['name', 'upn', 'mail', 'addresses', 'former'],
    textColumns: ['name', 'upn', 'addresses'],
    texts: ({ name, upn, mail, addresses, former }) => [
      name ?? '',
      upn ?? '',
      [mail, addresses, former].filter(Boolean).join('\n'),
    ],
  });
  return {
    groupSearch,
    personSearch,
    groups: createVersions(database, { name: 'grp', columns: groupColumns, search: groupSearch }),
    people: createVersions(database, {
      name: 'person',
      columns: personColumns,
      search: personSearch,
    }),
    things: createVersions(database, { name: 'thing', columns: thingColumns }),
  };
}
export type ObjectTables = ReturnType<typeof createObjectTables>;
