import type { EngineHost } from '../support/engine-host.ts';
import { percentile } from './statistics.ts';

/** 95th percentiles in ms, measured through the contract from the engine's own process. */
export interface QueryTimes {
  /** 80 substrings, 60 prefixes, 40 numbers, 20 without a match; 50 rows and the count of each. */
  readonly searchP95Ms: number;
  /** Searches of one and two characters, which match the beginning of a name. */
  readonly shortSearchP95Ms: number;
  /** 200 people with their groups and the path of each. */
  readonly personP95Ms: number;
  /** 200 group pages: properties, counts and the first 50 members. */
  readonly groupP95Ms: number;
}

/** Runs all queries once, in an order determined by a fixed seed. */
export async function queryTimes(host: EngineHost, tenantId: string): Promise<QueryTimes> {
  const { groups, people } = host.client;
  const chosen = await spread(200, async (offset) => {
    const { total, rows } = await groups.list({ tenantId, offset, limit: 1 });
    return { total, row: rows[0] };
  });
  const persons = await spread(200, async (offset) => {
    const { total, rows } = await people.list({ tenantId, offset, limit: 1 });
    return { total, row: rows[0] };
  });
  const names = chosen.map(({ displayName }) => displayName);
  const search = (texts: readonly string[]) =>
    p95(texts, (text) => groups.list({ tenantId, search: text, limit: 50 }));
  return {
    searchP95Ms: await search(longSearches(names)),
    shortSearchP95Ms: await search(shortSearches(names)),
    personP95Ms: await p95(persons, ({ id }) => people.groups({ tenantId, personId: id })),
    groupP95Ms: await p95(chosen, async ({ id }) => {
      await groups.get({ tenantId, groupId: id });
      await groups.members({ tenantId, groupId: id, scope: 'direct', limit: 50 });
    }),
  };
}

async function p95<T>(asked: readonly T[], ask: (one: T) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (const one of shuffled(asked)) {
    const started = performance.now();
    await ask(one);
    times.push(performance.now() - started);
  }
  return percentile(times, 0.95);
}

/** Evenly spaced rows over the whole list. */
async function spread<T>(
  count: number,
  read: (offset: number) => Promise<{ readonly total: number; readonly row: T | undefined }>,
): Promise<T[]> {
  const { total } = await read(0);
  const rows: T[] = [];
  for (let place = 0; place < count; place += 1) {
    const { row } = await read(Math.floor((place * total) / count));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

function longSearches(names: readonly string[]): string[] {
  const name = (index: number): string => names[index % names.length] ?? '';
  const middle = (text: string): string => text.slice(Math.floor(text.length / 3)).slice(0, 5);
  const three = (text: string): string => (text.trim().length >= 3 ? text.trim() : 'team');
  return [
    ...Array.from({ length: 80 }, (_, index) => three(middle(name(index)))),
    ...Array.from({ length: 60 }, (_, index) => three(name(index).slice(0, 4))),
    ...Array.from({ length: 40 }, (_, index) => String(100 + index * 7)),
    ...Array.from({ length: 20 }, (_, index) => `zzq${index}xyv`),
  ];
}

function shortSearches(names: readonly string[]): string[] {
  return names.slice(0, 100).map((name, index) => name.slice(0, 1 + (index % 2)));
}

/** The same order in every run. */
function shuffled<T>(values: readonly T[]): T[] {
  let state = 20_261_125;
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const order = [...values];
  for (let end = order.length - 1; end > 0; end -= 1) {
    const place = below(end + 1);
    [order[end], order[place]] = [order[place] as T, order[end] as T];
  }
  return order;
}
