import { lowerBound } from '../directory/sorted-indexes.ts';
import type { DirectoryObject } from '../directory/types.ts';
import { DeltaWriter, writeMembers } from './delta-json.ts';
import { deltaRound } from './delta-round.ts';
import { groupType, userType } from './directory-types.ts';
import { readFilter } from './filter.ts';
import { json } from './graph-call.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { badRequest, GraphError, unsupportedQuery } from './graph-error.ts';
import { readDeltaPageToken, readDeltaToken, refuseExpiredPage, writeToken } from './page-token.ts';
import type { DeltaPageToken } from './page-token.ts';
import { isHidden } from './relation-source.ts';

const day = 24 * 60 * 60 * 1000;
const mostIds = 50;

type DeltaSet = 'users' | 'groups';

/** Answers one page of users/delta or groups/delta (entra-graph §4.5). */
export function answerDelta(call: GraphCall, set: DeltaSet): GraphAnswer {
  const start = readStart(call, set);
  if (start === 'latest') {
    const state = { set, tenantId: call.tenant.tenantId, ...readShape(call, set) };
    return json(`{${head(call, set)}${deltaLink(call, { ...state, upTo: now(call) })},"value":[]}`);
  }
  const page = buildPage(call, start);
  const link =
    page.next === null ? deltaLink(call, start) : nextLink(call, { ...start, ...page.next });
  return json(`{${head(call, set)}${link},"value":[${page.value}]}`);
}

interface NextPosition {
  readonly after: number;
  readonly member: number | null;
}

function buildPage(
  call: GraphCall,
  start: DeltaPageToken,
): { readonly value: string; readonly next: NextPosition | null } {
  const { directory } = call.tenant;
  const { pageSizes } = call.settings;
  const isGroups = start.set === 'groups';
  const most = isGroups ? pageSizes.deltaGroups : pageSizes.deltaUsers;
  const type = isGroups ? groupType : userType;
  const round = deltaRound(directory, isGroups ? 'group' : 'user', start.from, start.upTo);
  const writer = new DeltaWriter(type, start.select, call.context, start.minimal);
  const withMembers = isGroups && (start.select === null || start.select.includes('members'));
  const ids = start.ids === null ? null : new Set(start.ids);
  let room = pageSizes.deltaMembers;
  let value = '';
  let count = 0;
  let after = start.after;
  let member = start.member;
  for (let at = lowerBound(round.indexes, after + 1); at < round.indexes.length; at += 1) {
    const index = round.indexes[at] ?? 0;
    const object = directory.at(index);
    if (start.from === null && object.state === 'gone') continue;
    if (ids !== null && !ids.has(object.id)) continue;
    if (count === most || (room === 0 && withMembers)) return { value, next: { after, member } };
    const line = round.touched(index);
    const removed = removal(object);
    let text: string | null = removed;
    let splitAfter: number | null = null;
    if (removed === null) {
      const members =
        withMembers && !isHidden(call, object)
          ? writeMembers(directory, line, member, room)
          : { json: '', count: 0, splitAfter: null };
      room -= members.count;
      splitAfter = members.splitAfter;
      if (writer.tells(line) || members.count > 0)
        text =
          members.json === ''
            ? `${writer.write(object, line)}}`
            : `${writer.write(object, line)},"members@delta":[${members.json}]}`;
    }
    if (text !== null) {
      value += count === 0 ? text : `,${text}`;
      count += 1;
    }
    if (splitAfter !== null) return { value, next: { after, member: splitAfter } };
    member = null;
    after = index;
  }
  return { value, next: null };
}

function removal(object: DirectoryObject): string | null {
  if (object.state === 'active') return null;
  const reason = object.state === 'softDeleted' ? 'changed' : 'deleted';
  return `{"id":"${object.id}","@removed":{"reason":"${reason}"}}`;
}

/** Where this page begins, from the token or from nothing; throws when the token is no good. */
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
    return token;
  }
  if (delta === 'latest') return 'latest';
  const base = { type: 'deltaPage', issuedAt: call.now, after: -1, member: null } as const;
  const upTo = now(call);
  if (delta === undefined || delta === '') {
    const shape = readShape(call, set);
    return { ...base, set, tenantId: call.tenant.tenantId, ...shape, from: null, upTo, minimal };
  }
  const token = readDeltaToken(delta);
  refuseForeign(call, token, set);
  if (call.now - token.issuedAt > call.settings.tokens.deltaTokenDays * day)
    throw new GraphError(
      400,
      'syncStateNotFound',
      'The sync state generation is not found; the delta token is expired. Perform a full synchronization.',
    );
  const { oldestSequence, sequence: newest } = call.tenant.directory;
  if (token.sequence < oldestSequence || token.sequence > newest)
    throw resyncRequired(call.baseUrl, set);
  const { tenantId, select, ids, sequence } = token;
  return { ...base, set, tenantId, select, ids, from: sequence, upTo, minimal };
}

/** 410 Gone: the server has lost track; Location starts anew (entra-graph §4.5). */
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
