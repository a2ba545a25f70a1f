import fc from 'fast-check';
import type { SyncContent } from './directory-syncs.ts';
import { gone, group, idOf, left, ref, user } from './directory-syncs.ts';

/** A small tenant at one moment: words represent ids. */
export interface SmallTenant {
  readonly people: ReadonlyMap<string, { readonly name: string; readonly jobTitle: string }>;
  readonly groups: ReadonlyMap<
    string,
    { readonly name: string; readonly description: string; readonly members: ReadonlySet<string> }
  >;
}

const peopleWords = ['p1', 'p2', 'p3', 'p4', 'p5'];
const groupWords = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'];
const isGroup = (word: string): boolean => word.startsWith('g');
const name = fc.constantFrom('Sales', 'VPN', 'Émea');
const entries = <T>(words: readonly string[], value: fc.Arbitrary<T>) =>
  fc
    .subarray([...words])
    .chain((chosen) => fc.tuple(...chosen.map((word) => fc.tuple(fc.constant(word), value))))
    .map((chosen): ReadonlyMap<string, T> => new Map(chosen));

/** Tenants with nesting, cycles, and members that are not in the tenant. */
export const smallTenant: fc.Arbitrary<SmallTenant> = fc.record({
  people: entries(peopleWords, fc.record({ name, jobTitle: fc.constantFrom('CEO', 'CFO') })),
  groups: entries(
    groupWords,
    fc.record({
      name,
      description: fc.constantFrom('one', 'two'),
      members: fc
        .subarray([...peopleWords, ...groupWords], { maxLength: 5 })
        .map((members): ReadonlySet<string> => new Set(members)),
    }),
  ),
});

const refOf = (word: string): object => ref(word, isGroup(word) ? 'group' : 'user');
const person = (
  word: string,
  { name: displayName, jobTitle }: { name: string; jobTitle: string },
) => user(word, { displayName, jobTitle });

/** What a full sync of the tenant reads. */
export function wholeContent({ people, groups }: SmallTenant): SyncContent {
  return {
    users: [...people].map(([word, values]) => person(word, values)),
    groups: [...groups].map(([word, { name: displayName, description, members }]) =>
      group(word, [...members].map(refOf), { displayName, description }),
    ),
  };
}

/** What a delta sync reads after the tenant has changed from `before` to `after`. */
export function changedContent(before: SmallTenant, after: SmallTenant): SyncContent {
  const lost = (from: ReadonlyMap<string, unknown>, to: ReadonlyMap<string, unknown>) =>
    [...from.keys()].filter((word) => !to.has(word)).map(gone);
  return {
    users: [
      ...lost(before.people, after.people),
      ...[...after.people].map(([word, values]) => person(word, values)),
    ],
    groups: [
      ...lost(before.groups, after.groups),
      ...[...after.groups].map(([word, { name: displayName, description, members }]) => {
        const old = before.groups.get(word)?.members ?? new Set<string>();
        const came = [...members].filter((member) => !old.has(member)).map(refOf);
        const went = [...old].filter((member) => !members.has(member));
        const leavers = went.map((member) => left(member, isGroup(member) ? 'group' : 'user'));
        return group(word, [...came, ...leavers], { displayName, description });
      }),
    ],
  };
}

/** The members of a group that a list shows: people and groups of the tenant. */
export function shownMembers({ people, groups }: SmallTenant, word: string): string[] {
  const members = [...(groups.get(word)?.members ?? [])];
  return members.filter((member) => people.has(member) || groups.has(member));
}

/** Every membership that a list shows, as `group>member` by id. */
export function shownMemberships(tenant: SmallTenant): string[] {
  return [...tenant.groups.keys()].flatMap((word) =>
    shownMembers(tenant, word).map((member) => `${idOf(word)}>${idOf(member)}`),
  );
}

function nestedIn(tenant: SmallTenant, word: string): string[] {
  return shownMembers(tenant, word).filter((member) => tenant.groups.has(member));
}

function containing(tenant: SmallTenant, member: string): string[] {
  return [...tenant.groups.keys()].filter((word) => shownMembers(tenant, word).includes(member));
}

/** Everything reachable in steps, with the number of steps. */
function reached(from: string, next: (word: string) => readonly string[]): Map<string, number> {
  const found = new Map([[from, 0]]);
  for (const [word, steps] of found) {
    for (const other of next(word)) if (!found.has(other)) found.set(other, steps + 1);
  }
  return found;
}

/** The people in a group at any nesting level, each once. */
export function naivePeople(tenant: SmallTenant, word: string): string[] {
  const inside = [...reached(word, (at) => nestedIn(tenant, at)).keys()];
  const members = new Set(inside.flatMap((at) => shownMembers(tenant, at)));
  return [...members].filter((member) => tenant.people.has(member));
}

/** The groups above and below a group with their level, as the contract defines `nesting`. */
export function naiveDistances(tenant: SmallTenant, word: string): Map<string, number> {
  const levels = new Map<string, number>();
  const above = reached(word, (at) => containing(tenant, at));
  const below = reached(word, (at) => nestedIn(tenant, at));
  for (const [at, steps] of below) levels.set(at, steps);
  for (const [at, steps] of above) {
    if (steps > 0 && steps <= (below.get(at) ?? steps)) levels.set(at, -steps);
  }
  return levels;
}

/** Every path from a person to a group that visits no group twice, unordered. */
export function naiveWays(tenant: SmallTenant, person: string, goal: string): string[][] {
  const onwards = (way: readonly string[]): string[][] => {
    const last = way.at(-1) ?? person;
    if (last === goal) return [[...way]];
    return containing(tenant, last)
      .filter((word) => !way.includes(word))
      .flatMap((word) => onwards([...way, word]));
  };
  return onwards([]);
}
