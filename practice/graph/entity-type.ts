import type { PracticeTenant, World } from '../world/types.ts';

/** What a column may need in addition to its row. */
export interface EntityContext {
  readonly world: World;
  readonly tenant: PracticeTenant;
}

/** Operators that `$filter` supports for a property; `any` is for collections. */
export type FilterOperator =
  | 'eq'
  | 'ne'
  | 'not'
  | 'ge'
  | 'le'
  | 'in'
  | 'startsWith'
  | 'endsWith'
  | 'any'
  | 'null';

/** One resource type of Graph, and how the practice cloud reads its properties from a row. */
export interface EntityType {
  /** As in `#microsoft.graph.user`. */
  readonly name: string;
  /** As in `$metadata#users`. */
  readonly set: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns returned without `$select`. */
  readonly defaults: readonly string[];
  readonly filters: ReadonlyMap<string, ReadonlySet<FilterOperator>>;
}

/** Returns a JSON value; times are ISO 8601 in UTC. */
export type Column = (row: object, context: EntityContext) => unknown;

/**
 * Describes a type whose rows are `T`. `unset` properties exist but never have a value in the practice cloud.
 */
export function entityType<T extends object>(facts: {
  readonly name: string;
  readonly set: string;
  readonly columns: Readonly<Record<string, (row: T, context: EntityContext) => unknown>>;
  readonly unset?: string;
  readonly unsetCollections?: string;
  readonly defaults: string;
  readonly filters?: Readonly<Record<string, string>>;
}): EntityType {
  const columns = new Map<string, Column>(
    Object.entries(facts.columns) as unknown as [string, Column][],
  );
  for (const name of words(facts.unset)) columns.set(name, () => null);
  for (const name of words(facts.unsetCollections)) columns.set(name, () => []);
  const filters = Object.entries(facts.filters ?? {}).map(
    ([name, operators]) => [name, new Set(words(operators) as FilterOperator[])] as const,
  );
  return {
    name: facts.name,
    set: facts.set,
    columns,
    defaults: words(facts.defaults),
    filters: new Map(filters),
  };
}

/** Formats milliseconds as Graph does. */
export function dateTime(at: number): string;
export function dateTime(at: number | null): string | null;
export function dateTime(at: number | null): string | null {
  return at === null ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function words(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/\s+/).filter((word) => word !== '');
}
