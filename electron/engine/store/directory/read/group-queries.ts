import type { GroupStore } from '../../../directory/read/group-store.ts';
import type { Database } from '../../database/open.ts';
import type { Synchronous } from '../../synchronous.ts';
import { createGroupDetail } from './group-detail.ts';
import { createGroupList } from './group-list.ts';
import { createGroupNesting } from './group-nesting.ts';
import { createMemberList } from './member-list.ts';
import { createTenantViews } from './tenant-views.ts';

/** Reads groups. Each answer comes from one sync, because it's read in one transaction. */
export function createGroupQueries(database: Database): Synchronous<GroupStore> {
  const views = createTenantViews(database);
  const list = createGroupList(database);
  const detail = createGroupDetail(database);
  const members = createMemberList(database);
  const nesting = createGroupNesting(database);
  return {
    list: (query) => database.transaction(() => list(query))(),
    get: (tenantId, groupId) =>
      database.transaction(() => {
        const view = views.one(tenantId);
        return view && detail.detail(view, groupId);
      })(),
    nesting: (tenantId, groupId) =>
      database.transaction(() => {
        const view = views.one(tenantId);
        return view && nesting(view, groupId);
      })(),
    members: (query) =>
      database.transaction(() => {
        const view = views.one(query.tenantId);
        const groupNo = view && detail.number(view, query.groupId);
        return view && groupNo !== null ? members(query, groupNo, view.sync) : null;
      })(),
  };
}
