import type { Order } from './window-column.ts';

/** What changes behind the `?` of an address; an empty value is not written. */
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

/** The longest search that the engine takes. A typed address may hold more. */
const longestSearch = 200;

/** What is searched for. */
export function searchOf(asked: URLSearchParams): string {
  return (asked.get('search') ?? '').slice(0, longestSearch);
}

/** The first of `known` that the address names under `name`, else `usual`. */
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

/** The order of a table, written as `sort=name` or, from the end, `sort=-name`. */
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

/** How an order is written; the usual one is not. */
export function orderChange<Sort extends string>(
  { sort, descending }: Order<Sort>,
  usual: Order<Sort>,
): QueryChange {
  const isUsual = sort === usual.sort && descending === usual.descending;
  return { sort: isUsual ? '' : `${descending ? '-' : ''}${sort}` };
}
