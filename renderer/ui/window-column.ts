import type { ReactNode } from 'react';

/** A column of a long table. `sort` names the order that its heading requests. */
export interface WindowColumn<Row, Sort extends string> {
  readonly id: string;
  readonly heading: string;
  /** A track of a CSS grid, for example `minmax(0, 2fr)`. */
  readonly width: string;
  readonly sort?: Sort;
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
}

/** The order of a table. */
export interface Order<Sort extends string> {
  readonly sort: Sort;
  readonly descending: boolean;
}
