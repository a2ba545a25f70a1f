import type { ReactNode } from 'react';
import type { HostInfo } from '../../electron/contract/contract.ts';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { matchPath } from './match-path.ts';
import type { NamesIn } from './match-path.ts';

/** A section of the navigation. */
export type Section =
  | 'customers'
  | 'groups'
  | 'people'
  | 'policies'
  | 'connectors'
  | 'activity'
  | 'accounts'
  | 'backup'
  | 'practiseReset';

/** What every screen receives. */
export interface Surroundings {
  readonly tenants: readonly TenantRow[];
  /** There is no connector yet: only the screens of a first run are open. */
  readonly firstRun: boolean;
  /** The customer with which Practice rehearses the reset. */
  readonly rehearsal: HostInfo['practiceReset'];
}

/** The screen at an address. */
export interface Place {
  readonly section: Section | null;
  /** The customer that the screen belongs to. */
  readonly tenantId: string | null;
  readonly screen: ReactNode;
}

/** What a screen is drawn from: the context and the named segments; `tenant` is a known customer. */
type Given<Pattern extends string> = Surroundings & {
  readonly [Name in NamesIn<Pattern>]: Name extends 'tenant' ? TenantRow : string;
};

/** Finds the screen of an address; null if the address belongs to another route. */
export type Route = (path: string, around: Surroundings) => Place | null;

/** A row of the table of routes. */
export function route<const Pattern extends string>(row: {
  readonly path: Pattern;
  readonly section: Section;
  /** Also open without a connector. */
  readonly atFirstRun?: true;
  /** The screen's customer, if the address has no `:tenant`. */
  readonly whose?: (given: Given<Pattern>) => TenantRow | undefined;
  readonly screen: (given: Given<Pattern>) => ReactNode;
}): Route {
  return (path, around) => {
    if (around.firstRun && row.atFirstRun !== true) return null;
    const named = matchPath(row.path, path);
    if (named === null) return null;
    const tenant = around.tenants.find(({ tenantId }) => tenantId === named['tenant']);
    if (named['tenant'] !== undefined && tenant === undefined) return null;
    // The names in the pattern are the ones that just matched.
    const given = { ...around, ...named, tenant } as unknown as Given<Pattern>;
    const whose = tenant ?? row.whose?.(given);
    return {
      section: row.section,
      tenantId: whose?.tenantId ?? null,
      screen: row.screen(given),
    };
  };
}
