import fc from 'fast-check';

/** Kinds of groups that Graph or the cache treats differently. */
export const groupSorts = [
  'security',
  'microsoft365',
  'hidden',
  'dynamic',
  'paused',
  'distribution',
  'mailEnabledSecurity',
  'team',
  'roleAssignable',
  'synced',
] as const;
export type GroupSort = (typeof groupSorts)[number];

/**
 * A change of a directory. Numbers identify objects: the index, modulo the length, in the list of objects
 * that the change can be applied to, so that any number fits any directory.
 */
export type TenantChange =
  | { readonly do: 'person'; readonly guest: boolean; readonly enabled: boolean }
  | { readonly do: 'group'; readonly sort: GroupSort }
  | { readonly do: 'thing'; readonly kind: 'device' | 'contact' | 'servicePrincipal' }
  | { readonly do: 'join'; readonly group: number; readonly members: readonly number[] }
  | { readonly do: 'leave'; readonly group: number; readonly member: number }
  | { readonly do: 'empty'; readonly group: number }
  | { readonly do: 'rename'; readonly object: number }
  | { readonly do: 'describe'; readonly group: number; readonly text: string | null }
  | { readonly do: 'disable'; readonly person: number }
  | { readonly do: 'delete'; readonly object: number }
  | { readonly do: 'restore'; readonly object: number }
  | { readonly do: 'purge'; readonly object: number }
  | { readonly do: 'forgetChanges' };

const place = fc.nat(30);
const person = fc.record({
  do: fc.constant('person' as const),
  guest: fc.boolean(),
  enabled: fc.boolean(),
});
const group = fc.record({
  do: fc.constant('group' as const),
  sort: fc.constantFrom(...groupSorts),
});
const thing = fc.record({
  do: fc.constant('thing' as const),
  kind: fc.constantFrom('device' as const, 'contact' as const, 'servicePrincipal' as const),
});
const join = fc.record({
  do: fc.constant('join' as const),
  group: place,
  members: fc.array(place, { minLength: 1, maxLength: 9 }),
});

/** The changes that make a small tenant: people, groups, things, and memberships. */
export const firstChanges: fc.Arbitrary<readonly TenantChange[]> = fc
  .tuple(
    fc.array(person, { maxLength: 9 }),
    fc.array(group, { maxLength: 9 }),
    fc.array(thing, { maxLength: 4 }),
    fc.array(join, { maxLength: 14 }),
  )
  .map((lists) => lists.flat());

/** The same with more pages of groups than a sync times. */
export const firstOfMany: fc.Arbitrary<readonly TenantChange[]> = fc
  .tuple(
    fc.array(person, { minLength: 2, maxLength: 9 }),
    fc.array(group, { minLength: 8, maxLength: 14 }),
    fc.array(thing, { maxLength: 4 }),
    fc.array(join, { minLength: 4, maxLength: 18 }),
  )
  .map((lists) => lists.flat());

/** What administrators and the passing of time change in a tenant between two syncs. */
export const laterChanges: fc.Arbitrary<readonly TenantChange[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: person },
    { weight: 2, arbitrary: group },
    { weight: 1, arbitrary: thing },
    { weight: 5, arbitrary: join },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('leave' as const), group: place, member: place }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const), group: place }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), object: place }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('describe' as const),
        group: place,
        text: fc.option(fc.constantFrom('People', 'Äpfel "quoted"', '=1+1')),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('disable' as const), person: place }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('delete' as const), object: place }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('restore' as const), object: place }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('purge' as const), object: place }) },
    { weight: 1, arbitrary: fc.constant({ do: 'forgetChanges' as const }) },
  ),
  { maxLength: 16 },
);
