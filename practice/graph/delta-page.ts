import type { DirectoryObject } from '../directory/types.ts';
import { DeltaWriter, writeMembers } from './delta-json.ts';
import { orderOfCreation, scatteredOrder } from './delta-order.ts';
import { deltaRound } from './delta-round.ts';
import { groupType, userType } from './directory-types.ts';
import type { GraphCall } from './graph-call.ts';
import type { DeltaPageToken } from './page-token.ts';
import { isHidden } from './relation-source.ts';

/** Where the next page starts. */
export type NextPosition = Pick<DeltaPageToken, 'after' | 'member' | 'rest'>;

/**
 * One page of a round: JSON objects, comma-separated, and where the next page starts; null on the last page.
 */
export function buildDeltaPage(
  call: GraphCall,
  start: DeltaPageToken,
): { readonly value: string; readonly next: NextPosition | null } {
  const { directory } = call.tenant;
  const { pageSizes, delta } = call.settings;
  const isGroups = start.set === 'groups';
  const most = isGroups ? pageSizes.deltaGroups : pageSizes.deltaUsers;
  const round = deltaRound(directory, isGroups ? 'group' : 'user', start.from, start.upTo);
  const order = (start.scattered ? scatteredOrder : orderOfCreation)(round.indexes);
  const tell = objectTeller(call, start, round.touched);
  const ids = start.ids === null ? null : new Set(start.ids);
  const told: string[] = [];
  let room = pageSizes.deltaMembers;
  let { after, member } = start;
  let rest = start.rest;

  const isFull = (): boolean => told.length >= most || room === 0;
  const add = ({ text, members }: Told): void => {
    room -= members;
    if (text === null) return;
    told.push(text);
    if (delta.repeatEvery !== null && told.length % delta.repeatEvery === 0) told.push(text);
  };
  const page = (next: NextPosition | null) => ({ value: told.join(','), next });

  for (let at = order.following(after); at < order.indexes.length; at += 1) {
    const index = order.indexes[at] ?? 0;
    const object = directory.at(index);
    const isLeftOut = start.from === null && object.state === 'gone' && !delta.removedAtFirst;
    if (isLeftOut || (ids !== null && !ids.has(object.id))) continue;
    if (isFull()) return page({ after, member, rest });
    const piece = tell(object, member, room);
    add(piece);
    if (piece.splitAfter !== null && !start.scattered)
      return page({ after, member: piece.splitAfter, rest });
    if (piece.splitAfter !== null) rest = [...rest, [index, piece.splitAfter]];
    member = null;
    after = order.place(index);
  }
  for (let [first] = rest; first !== undefined; [first] = rest) {
    if (isFull()) return page({ after, member, rest });
    const [index, last] = first;
    const piece = tell(directory.at(index), last, room);
    add(piece);
    rest = rest.slice(1);
    if (piece.splitAfter !== null) rest = [...rest, [index, piece.splitAfter]];
  }
  return page(null);
}

/** What the page reports about one object. */
interface Told {
  /** Null when there is nothing to report. */
  readonly text: string | null;
  readonly members: number;
  /** The last reported member when more follow, else null. */
  readonly splitAfter: number | null;
}

function objectTeller(
  call: GraphCall,
  start: DeltaPageToken,
  touched: ReturnType<typeof deltaRound>['touched'],
) {
  const { directory } = call.tenant;
  const isGroups = start.set === 'groups';
  const type = isGroups ? groupType : userType;
  const writer = new DeltaWriter(type, start.select, call.context, start.minimal);
  const withMembers = isGroups && (start.select === null || start.select.includes('members'));
  const mostAtATime = start.scattered ? call.settings.delta.membersAtATime : Infinity;
  return (object: DirectoryObject, after: number | null, room: number): Told => {
    const removed = removal(object);
    if (removed !== null) return { text: removed, members: 0, splitAfter: null };
    const line = touched(object.index);
    const members =
      withMembers && !isHidden(call, object)
        ? writeMembers(directory, line, after, Math.min(room, mostAtATime))
        : { json: '', count: 0, splitAfter: null };
    const counts = { members: members.count, splitAfter: members.splitAfter };
    if (!writer.tells(line) && members.count === 0) return { text: null, ...counts };
    const properties = writer.write(object, line);
    const text =
      members.json === '' ? `${properties}}` : `${properties},"members@delta":[${members.json}]}`;
    return { text, ...counts };
  };
}

function removal(object: DirectoryObject): string | null {
  if (object.state === 'active') return null;
  const reason = object.state === 'softDeleted' ? 'changed' : 'deleted';
  return `{"id":"${object.id}","@removed":{"reason":"${reason}"}}`;
}
