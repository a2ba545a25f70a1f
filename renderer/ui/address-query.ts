import type { Order } from './window-column.ts';

/** Changes to the query of an address; an empty value removes its key. */
export type QueryChange = Readonly<Record<string, string | readonly string[]>>;

/** The query of an address after a change, without its `?`. */
export function changedQuery(query: string, change: QueryChange): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    params.delete(name);
    for (const one of typeof value === 'string' ? [value] : value) {
      if (one !== '') params.append(name, one);
    }
  }
  return params.toString();
}

/** The longest search that the engine accepts. A typed address may hold more. */
const longestSearch = 200;

/** The search text. */
export function searchOf(asked: URLSearchParams): string {
  return (asked.get('search') ?? '').slice(0, longestSearch);
}

/** The first of `known` that the address names under `name`, otherwise `usual`. */
export function oneOf<Known extends string, Usual>(
  asked: URLSearchParams,
  name: string,
  known: readonly Known[],
  usual: Usual,
): Known | Usual {
  const wanted = asked.get(name);
  return known.find((one) => one === wanted) ?? usual;
}

/** Those of `known` that the address names under `name`. */
export function someOf<Known extends string>(
  asked: URLSearchParams,
  name: string,
  known: readonly Known[],
): readonly Known[] {
  const wanted = asked.getAll(name);
  return known.filter((one) => wanted.includes(one));
}

/** The order of a table, written as `sort=name` or, descending, `sort=-name`. */
export function orderOf<Sort extends string>(
  asked: URLSearchParams,
  sorts: readonly Sort[],
  usual: Order<Sort>,
): Order<Sort> {
  const wanted = asked.get('sort') ?? '';
  const descending = wanted.startsWith('-');
  const sort = sorts.find((one) => one === wanted.slice(descending ? 1 : 0));
  return sort === undefined ? usual : { sort, descending };
}

/** How an order is written; the default one is omitted. */
export function orderChange<Sort extends string>(
  { sort, descending }: Order<Sort>,
  usual: Order<Sort>,
): QueryChange {
  const isUsual = sort === usual.sort && descending === usual.descending;
  return { sort: isUsual ? '' : `${descending ? '-' : ''}${sort}` };
}
