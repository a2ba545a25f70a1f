import type { PathStep } from '../../../../contract/nesting.ts';
import type { ParsedPathsQuery, PersonStore } from '../../../directory/read/person-store.ts';
import type { Database } from '../../database/open.ts';
import { allWays } from './all-ways.ts';
import { createFindPerson } from './find-person.ts';
import { createGroupDetail } from './group-detail.ts';
import { createGroupLinks } from './group-links.ts';
import type { TenantView } from './tenant-views.ts';

/** Finds every path from a person to a group, the shortest first. */
export function createPersonPaths(database: Database) {
  const findPerson = createFindPerson(database);
  const detail = createGroupDetail(database);
  const links = createGroupLinks(database);

  return (view: TenantView, query: ParsedPathsQuery): Awaited<ReturnType<PersonStore['paths']>> => {
    const person = findPerson(view, query.personId);
    if (!person) return 'noPerson';
    const goal = detail.number(view, query.groupId);
    if (goal === null) return 'noGroup';
    const above = (no: number) => links.stepsAbove(no, view.sync);
    const { ways, more } = allWays({ first: above(person.no), above }, goal, query.limit);
    return {
      paths: ways
        .map((way) => way.map(({ id, displayName }) => ({ id, displayName })))
        .sort((a, b) => a.length - b.length || compareNames(a, b)),
      more,
    };
  };
}

function compareNames(a: readonly PathStep[], b: readonly PathStep[]): number {
  const [first, second] = [a, b].map((way) => way.map((step) => step.displayName).join('\0'));
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
