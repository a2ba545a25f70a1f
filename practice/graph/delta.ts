import { buildDeltaPage } from './delta-page.ts';
import { groupType, userType } from './directory-types.ts';
import { readFilter } from './filter.ts';
import { json } from './graph-call.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { badRequest, GraphError, unsupportedQuery } from './graph-error.ts';
import { readDeltaPageToken, readDeltaToken, refuseExpiredPage, writeToken } from './page-token.ts';
import type { DeltaPageToken } from './page-token.ts';

const day = 24 * 60 * 60 * 1000;
const mostIds = 50;

type DeltaSet = 'users' | 'groups';

/** Answers one page of users/delta or groups/delta. */
export function answerDelta(call: GraphCall, set: DeltaSet): GraphAnswer {
  const start = readStart(call, set);
  if (start === 'latest') {
    const state = { set, tenantId: call.tenant.tenantId, ...readShape(call, set) };
    return json(`{${head(call, set)}${deltaLink(call, { ...state, upTo: now(call) })},"value":[]}`);
  }
  const page = buildDeltaPage(call, start);
  const link =
    page.next === null ? deltaLink(call, start) : nextLink(call, { ...start, ...page.next });
  return json(`{${head(call, set)}${link},"value":[${page.value}]}`);
}

/** Where this page starts, from the token or from the beginning; throws when the token is invalid. */
function readStart(call: GraphCall, set: DeltaSet): DeltaPageToken | 'latest' {
  const { values } = call.query;
  for (const option of ['$expand', '$top', '$orderby', '$search'])
    if (values.has(option))
      throw unsupportedQuery(`'${option}' is not supported for delta queries.`);
  const minimal = /\breturn=minimal\b/.test(call.header('prefer') ?? '');
  const skip = values.get('$skiptoken');
  const delta = values.get('$deltatoken');
  if (skip !== undefined) {
    if (values.has('$select'))
      throw unsupportedQuery("'$select' together with '$skiptoken' is not supported.");
    const token = readDeltaPageToken(skip);
    refuseForeign(call, token, set);
    refuseExpiredPage(token.issuedAt, call.now, call.settings.tokens.pageTokenMinutes);
    refuseForgotten(call, token.from, set);
    return token;
  }
  if (delta === 'latest') return 'latest';
  const { order, replayed, late } = call.settings.delta;
  const base: Omit<DeltaPageToken, 'select' | 'ids' | 'from' | 'upTo'> = {
    type: 'deltaPage',
    set,
    tenantId: call.tenant.tenantId,
    issuedAt: call.now,
    minimal,
    after: -1,
    member: null,
    scattered: order === 'scattered',
    rest: [],
  };
  if (delta === undefined || delta === '') {
    return { ...base, ...readShape(call, set), from: null, upTo: now(call) };
  }
  const token = readDeltaToken(delta);
  refuseForeign(call, token, set);
  if (call.now - token.issuedAt > call.settings.tokens.deltaTokenDays * day)
    throw new GraphError(
      400,
      'syncStateNotFound',
      'The sync state generation is not found; the delta token is expired. Perform a full synchronization.',
    );
  refuseForgotten(call, token.sequence, set);
  const { select, ids, sequence } = token;
  const from = Math.max(call.tenant.directory.oldestSequence, sequence - replayed);
  return { ...base, select, ids, from, upTo: Math.max(sequence, now(call) - late) };
}

/** Refuses to continue from a change that the log no longer holds. */
function refuseForgotten(call: GraphCall, sequence: number | null, set: DeltaSet): void {
  const { oldestSequence, sequence: newest } = call.tenant.directory;
  if (sequence !== null && (sequence < oldestSequence || sequence > newest))
    throw resyncRequired(call.baseUrl, set);
}

/** 410 Gone: the server no longer has the changes; Location restarts the query. */
export function resyncRequired(baseUrl: string, set: DeltaSet): GraphError {
  return new GraphError(
    410,
    'resyncRequired',
    'Resync required. Replace any local items with the server version.',
    { Location: `${baseUrl}/${set}/delta?$deltatoken=` },
  );
}

function refuseForeign(
  call: GraphCall,
  token: { readonly tenantId: string; readonly set: string },
  set: DeltaSet,
): void {
  if (token.tenantId !== call.tenant.tenantId || token.set !== set)
    throw badRequest('The delta token does not belong to this query.');
}

function readShape(
  call: GraphCall,
  set: DeltaSet,
): { readonly select: string[] | null; readonly ids: string[] | null } {
  const type = set === 'groups' ? groupType : userType;
  const select = call.query.select;
  const unknown = select?.find(
    (name) => !type.columns.has(name) && !(set === 'groups' && name === 'members'),
  );
  if (unknown !== undefined)
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.${type.name}'.`,
    );
  return { select: select === null ? null : [...select], ids: readIds(call, set) };
}

/** Only `id eq` joined by `or` is supported, for up to fifty objects. */
function readIds(call: GraphCall, set: DeltaSet): string[] | null {
  const text = call.query.values.get('$filter');
  if (text === undefined) return null;
  readFilter(text, set === 'groups' ? groupType : userType);
  const ids = text.split(/\s+or\s+/i).map((clause) => {
    const [, id] = /^\s*id\s+eq\s+'([^']+)'\s*$/i.exec(clause) ?? [];
    if (id === undefined)
      throw unsupportedQuery("Delta queries support only filters of the form id eq '{value}'.");
    return id.toLowerCase();
  });
  if (ids.length > mostIds)
    throw badRequest(`Too many ids in $filter: ${ids.length}, at most ${mostIds} are allowed.`);
  return ids;
}

const now = (call: GraphCall): number => call.tenant.directory.sequence;

const head = (call: GraphCall, set: DeltaSet): string =>
  `"@odata.context":${JSON.stringify(`${call.baseUrl}/$metadata#${set}`)},`;

const nextLink = (call: GraphCall, token: DeltaPageToken): string =>
  link('nextLink', call, token.set, `$skiptoken=${writeToken({ ...token, issuedAt: call.now })}`);

const deltaLink = (
  call: GraphCall,
  state: Pick<DeltaPageToken, 'set' | 'tenantId' | 'select' | 'ids' | 'upTo'>,
): string => {
  const { set, tenantId, select, ids, upTo } = state;
  const issuedAt = call.now;
  const token = writeToken({ type: 'delta', set, tenantId, select, ids, sequence: upTo, issuedAt });
  return link('deltaLink', call, set, `$deltatoken=${token}`);
};

const link = (name: string, call: GraphCall, set: DeltaSet, query: string): string =>
  `"@odata.${name}":${JSON.stringify(`${call.baseUrl}/${set}/delta?${query}`)}`;
