import type { EntityType } from './entity-type.ts';

export interface Entry {
  readonly type: EntityType;
  readonly row: object;
  /** The caller may read only type and ID. */
  readonly limited?: boolean;
}

/** Rows that can be listed. Indexes ascend; a hidden row returns undefined. */
export interface Source {
  /** The declared type of the list; options are checked against it. */
  readonly declared: EntityType;
  /** Rows are of several types, and each includes its type. */
  readonly mixed: boolean;
  /** Members, owners, memberOf: casts, filters, search and sorting need the advanced parameters. */
  readonly relationship: boolean;
  readonly indexes: readonly number[];
  readonly at: (index: number) => Entry | undefined;
}

/** A source over a few rows of one type. */
export function rowsSource(type: EntityType, rows: readonly object[]): Source {
  return {
    declared: type,
    mixed: false,
    relationship: false,
    indexes: rows.map((_, index) => index),
    at: (index) => {
      const row = rows[index];
      return row && { type, row };
    },
  };
}
