import { lowerBound } from '../directory/sorted-indexes.ts';
import { isVisible } from '../world/visibility.ts';
import { EntityWriter } from './entity-json.ts';
import type { EntityType } from './entity-type.ts';
import { readExpand } from './expand.ts';
import type { Expand } from './expand.ts';
import { readFilter } from './filter.ts';
import { contextOf, json, linkTo, plainText } from './graph-call.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { advancedQueryNeeded, badRequest, unsupportedQuery } from './graph-error.ts';
import { readListToken, refuseExpiredPage, writeToken } from './page-token.ts';
import { readSearch } from './search.ts';
import type { Entry, Source } from './source.ts';

interface Plan {
  readonly matches: (entry: Entry) => boolean;
  readonly compare: ((a: Entry, b: Entry) => number) | null;
  readonly counted: boolean;
  readonly expand: Expand | null;
}

/** Answers a list, page by page, or its `$count` segment. */
export function answerCollection(call: GraphCall, source: Source): GraphAnswer {
  const plan = readPlan(call, source);
  if (call.counts) {
    if (!isEventual(call)) throw badRequest('$count is not currently supported.');
    return plainText(String(matching(source, plan).length));
  }
  const writer = new EntityWriter(source.declared, call.query.select, call.context, source.mixed);
  const page = readPage(call, source, plan);
  const parts = page.entries.map((entry) => {
    const extra = plan.expand === null ? '' : plan.expand(entry);
    return writer.write(entry.type, entry.row, entry.limited, extra);
  });
  const count = page.total === null ? '' : `"@odata.count":${page.total},`;
  const next =
    page.after === null
      ? ''
      : `"@odata.nextLink":${JSON.stringify(
          linkTo(
            call,
            '$skiptoken',
            writeToken({
              type: 'list',
              tenantId: call.tenant.tenantId,
              after: page.after,
              issuedAt: call.now,
            }),
          ),
        )},`;
  const context = JSON.stringify(contextOf(call, source.declared.set));
  return json(`{"@odata.context":${context},${count}${next}"value":[${parts.join(',')}]}`);
}

function isEventual(call: GraphCall): boolean {
  return call.header('consistencylevel')?.toLowerCase() === 'eventual';
}

function readPlan(call: GraphCall, source: Source): Plan {
  const { values } = call.query;
  const eventual = isEventual(call);
  const countAsked = values.get('$count')?.toLowerCase() === 'true';
  const advanced = eventual && (countAsked || call.counts);
  const filterText = values.get('$filter');
  const searchText = values.get('$search');
  const orderText = values.get('$orderby');
  const expandText = values.get('$expand');
  const filter = filterText === undefined ? null : readFilter(filterText, source.declared);
  if (searchText !== undefined && !eventual)
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  if (!advanced) {
    if (filter !== null && filter.advanced !== null)
      throw advancedQueryNeeded(`Operator '${filter.advanced}'`);
    if (filter !== null && orderText !== undefined)
      throw advancedQueryNeeded("'$orderby' together with '$filter'");
    if (source.relationship && call.cast !== null) throw advancedQueryNeeded('The OData cast');
    if (source.relationship && (filter !== null || orderText !== undefined))
      throw advancedQueryNeeded('Filtering or sorting of a relationship');
  } else if (expandText !== undefined)
    throw unsupportedQuery('$expand is not supported together with advanced query parameters.');
  const search = searchText === undefined ? null : readSearch(searchText, source.declared);
  const lagging = advanced || search !== null;
  return {
    counted: eventual && countAsked,
    compare: orderText === undefined ? null : readOrder(orderText, source.declared, call, advanced),
    expand: expandText === undefined ? null : readExpand(expandText, source.declared, call),
    matches: ({ row }) =>
      (filter === null || filter.matches(row, call.context)) &&
      (search === null || search(row, call.context)) &&
      (!lagging || isIndexed(row, call)),
  };
}

/** The index used by advanced queries lags behind recent writes. */
function isIndexed(row: object, call: GraphCall): boolean {
  const createdAt = 'createdAt' in row ? row.createdAt : undefined;
  return typeof createdAt !== 'number' || isVisible({ createdAt }, call.world, 'index', call.now);
}

function readOrder(
  text: string,
  type: EntityType,
  call: GraphCall,
  advanced: boolean,
): (a: Entry, b: Entry) => number {
  const keys = text.split(',').map((part) => {
    const [property = '', direction = 'asc'] = part.trim().split(/\s+/);
    const column = type.columns.get(property);
    if (column === undefined || !['asc', 'desc'].includes(direction))
      throw badRequest(`Invalid $orderby clause '${part.trim()}'.`);
    const plain =
      property === 'displayName' || (property === 'userPrincipalName' && type.name === 'user');
    if (!plain && !advanced) throw advancedQueryNeeded(`Sorting by '${property}'`);
    return { column, sign: direction === 'desc' ? -1 : 1 };
  });
  const collator = new Intl.Collator('en');
  return (a, b) => {
    for (const { column, sign } of keys) {
      const [left, right] = [column(a.row, call.context), column(b.row, call.context)];
      const order = collator.compare(String(left ?? ''), String(right ?? ''));
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

interface Page {
  readonly entries: readonly Entry[];
  readonly total: number | null;
  /** The row after which the next page starts; null on the last page. */
  readonly after: number | null;
}

function readPage(call: GraphCall, source: Source, plan: Plan): Page {
  const { pageSizes, tokens } = call.settings;
  const asked = call.query.top ?? Math.min(pageSizes.default, pageSizes.maximum);
  const size = Math.min(asked, pageSizes.most);
  const tokenText = call.query.values.get('$skiptoken');
  let after = -1;
  if (tokenText !== undefined) {
    const token = readListToken(tokenText);
    if (token.tenantId !== call.tenant.tenantId)
      throw badRequest('Invalid $skiptoken value found on the query.');
    refuseExpiredPage(token.issuedAt, call.now, tokens.pageTokenMinutes);
    after = token.after;
  }
  const total = plan.counted && tokenText === undefined ? matching(source, plan).length : null;
  if (plan.compare !== null) {
    const sorted = matching(source, plan).sort(plan.compare);
    const entries = sorted.slice(after + 1, after + 1 + size);
    const last = after + entries.length;
    return { entries, total, after: last + 1 < sorted.length ? last : null };
  }
  const entries: Entry[] = [];
  let last = after;
  for (let at = lowerBound(source.indexes, after + 1); at < source.indexes.length; at += 1) {
    const index = source.indexes[at] ?? 0;
    const entry = source.at(index);
    if (entry === undefined || !plan.matches(entry)) continue;
    if (entries.length === size) return { entries, total, after: last };
    entries.push(entry);
    last = index;
  }
  return { entries, total, after: null };
}

function matching(source: Source, plan: Plan): Entry[] {
  return source.indexes.flatMap((index) => {
    const entry = source.at(index);
    return entry !== undefined && plan.matches(entry) ? [entry] : [];
  });
}
