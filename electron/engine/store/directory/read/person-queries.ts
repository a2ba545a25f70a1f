import type { PersonStore } from '../../../directory/read/person-store.ts';
import type { Database } from '../../database/open.ts';
import type { Synchronous } from '../../synchronous.ts';
import { createPersonGroups } from './person-groups.ts';
import { createPersonList } from './person-list.ts';
import { createPersonPaths } from './person-paths.ts';
import { createPresentLive, livePerson } from './present-live.ts';
import { createTenantViews } from './tenant-views.ts';

/** Reads people. Each answer comes from one sync, because it's read in one transaction. */
export function createPersonQueries(database: Database): Synchronous<PersonStore> {
  const views = createTenantViews(database);
  const list = createPersonList(database);
  const groups = createPersonGroups(database);
  const paths = createPersonPaths(database);
  const presentLive = createPresentLive(database, groups);
  return {
    list: (query) => database.transaction(() => list(query))(),
    groups: (tenantId, personId) =>
      database.transaction(() => {
        const view = views.one(tenantId);
        return view && groups(view, personId);
      })(),
    paths: (query) =>
      database.transaction(() => {
        const view = views.one(query.tenantId);
        return view ? paths(view, query) : 'noPerson';
      })(),
    presentPeople: ({ tenantId, people }) => people.map((one) => livePerson(one, tenantId)),
    presentLive: (answers) =>
      database.transaction(() => presentLive(views.one(answers.tenantId), answers))(),
  };
}
