import { someOf } from '../../ui/address-query.ts';
import type { GroupFlag, GroupKind } from '../../../electron/contract/directory.ts';

/** The filters of the groups list, in display order. */
export const kindFilters: readonly GroupKind[] = [
  'security',
  'microsoft365',
  'mailEnabledSecurity',
  'distribution',
];
export const flagFilters: readonly GroupFlag[] = [
  'dynamic',
  'roleAssignable',
  'onPremisesSynced',
  'hidden',
];

/** The chosen filters: kinds and flags by name, and `empty`. */
export type FilterChoice = ReadonlySet<GroupKind | GroupFlag | 'empty'>;

/** No filters. */
export const noFilters: FilterChoice = new Set();

/** The filters that the address names. */
export function filtersAsked(asked: URLSearchParams): FilterChoice {
  return new Set(someOf(asked, 'filter', [...kindFilters, ...flagFilters, 'empty']));
}

/** The choice in the form that the engine accepts. */
export function filtersOf(choice: FilterChoice): {
  readonly kinds: GroupKind[];
  readonly flags: GroupFlag[];
  readonly emptyOnly: boolean;
} {
  return {
    kinds: kindFilters.filter((kind) => choice.has(kind)),
    flags: flagFilters.filter((flag) => choice.has(flag)),
    emptyOnly: choice.has('empty'),
  };
}
