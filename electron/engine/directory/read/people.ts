import { z } from 'zod';
import { guid } from '../../../contract/ids.ts';
import type { LivePeople, PersonGroups, PersonWindow } from '../../../contract/directory.ts';
import type { Paths } from '../../../contract/nesting.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { parseAnswer } from '../../errors/parse-answer.ts';
import { saysAbsent } from '../../errors/questions.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector } from '../../identity/identity.ts';
import type { Clock } from '../../kernel/ports.ts';
import { groupRowProperties, personRowProperties } from '../row-properties.ts';
import type { ParsedPathsQuery, ParsedPersonQuery, PersonStore } from './person-store.ts';

/** People and their groups, from the cache or live. */
export interface People {
  list(query: ParsedPersonQuery): Promise<PersonWindow>;
  /**
   * People whom Graph finds by the start of words in their name, sign-in name or mail address. Uses an
   * app-only token. Errors: those of the connector and of Graph.
   */
  find(
    asked: { readonly tenantId: string; readonly search: string },
    signal?: AbortSignal,
  ): Promise<LivePeople>;
  /**
   * A person's groups with the path of each. `live` reads Graph with an app-only token.
   *
   * Errors: `person.unknown`; live ones also those of the connector and of Graph.
   */
  groups(
    asked: {
      readonly tenantId: string;
      readonly personId: string;
      readonly source: 'cache' | 'live';
    },
    signal?: AbortSignal,
  ): Promise<PersonGroups>;
  /** Every path from a person to a group, from the cache. Errors: `person.unknown`, `group.unknown`. */
  paths(query: ParsedPathsQuery): Promise<Paths>;
}

/** The most people that a live search returns; a longer search text narrows it down. */
const liveMost = 50;
const searched = ['displayName', 'userPrincipalName', 'mail'] as const;
const usersPage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
});

/** A `$search` for the text in any of the properties; quotes are escaped. */
function searchClauses(text: string): string {
  const escaped = text.replaceAll(/["\\]/g, String.raw`\$&`);
  return searched.map((property) => `"${property}:${escaped}"`).join(' OR ');
}

/** A page of groups; the cast to groups requires an advanced query. */
const groupsOnly = 'microsoft.graph.group?$count=true&$top=999';

export function createPeople(ports: {
  readonly store: PersonStore;
  readonly graphFactory: GraphFactory;
  readonly connectorOf: (tenantId: string) => Promise<Connector>;
  readonly clock: Clock;
}): People {
  const { store, clock } = ports;

  async function live(
    tenantId: string,
    personId: string,
    signal: AbortSignal | undefined,
  ): Promise<PersonGroups> {
    const graph = ports.graphFactory.appOnly(await ports.connectorOf(tenantId), tenantId);
    const asked = { priority: 'High', ...(signal && { signal }) } as const;
    const advanced = { ...asked, eventual: true };
    const [person, groups, direct] = await Promise.all([
      graph.get(`/users/${personId}?$select=${personRowProperties}`, asked),
      graph.all(
        `/users/${personId}/transitiveMemberOf/${groupsOnly}&$select=${groupRowProperties}`,
        advanced,
      ),
      graph.all(`/users/${personId}/memberOf/${groupsOnly}&$select=id`, advanced),
    ]).catch((error: unknown) => {
      const isGone = error instanceof EvergrantError && saysAbsent(error);
      throw isGone ? unknownPerson(personId, error) : error;
    });
    const directIds = parseAnswer(z.array(z.object({ id: guid })), direct).map(({ id }) => id);
    const found = await store.presentLive({ tenantId, person, groups, directIds });
    return {
      ...found,
      groups: [...found.groups],
      source: 'live',
      at: new Date(clock.now()).toISOString(),
      problem: null,
    };
  }

  return {
    list: (query) => store.list(query),
    async find({ tenantId, search }, signal) {
      const graph = ports.graphFactory.appOnly(await ports.connectorOf(tenantId), tenantId);
      const answer = parseAnswer(
        usersPage,
        await graph.get(
          `/users?$search=${encodeURIComponent(searchClauses(search))}` +
            `&$select=${personRowProperties}&$top=${liveMost}&$count=true`,
          { eventual: true, priority: 'High', ...(signal && { signal }) },
        ),
      );
      const rows = await store.presentPeople({ tenantId, people: answer.value });
      return { rows, more: answer['@odata.nextLink'] != null };
    },
    async groups({ tenantId, personId, source }, signal) {
      if (source === 'live') return await live(tenantId, personId, signal);
      const found = await store.groups(tenantId, personId);
      if (!found) throw unknownPerson(personId);
      return {
        person: found.person,
        source: 'cache',
        at: found.syncedAt === null ? null : new Date(found.syncedAt).toISOString(),
        groups: [...found.groups],
        problem: null,
      };
    },
    async paths(query) {
      const found = await store.paths(query);
      if (found === 'noPerson') throw unknownPerson(query.personId);
      if (found !== 'noGroup') return found;
      const { groupId } = query;
      throw new EvergrantError('group.unknown', { params: { groupId }, retry: 'after' });
    },
  };
}

function unknownPerson(personId: string, cause?: unknown): EvergrantError {
  return new EvergrantError('person.unknown', { params: { personId }, retry: 'after', cause });
}
