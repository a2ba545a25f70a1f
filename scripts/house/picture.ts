import type { Arrow } from './rooms.ts';

/** Rooms imported by or importing from almost all others: their arrows would hide the rest. */
const leftOut = new Set(['engine/store', 'scripts', 'test', '.']);

/** Rooms of one row that use each other, and the file that starts a room: drawn as one. */
const drawnAs: Readonly<Record<string, string>> = {
  'engine/kernel': 'engine/kernel, errors, clouds',
  'engine/errors': 'engine/kernel, errors, clouds',
  'engine/clouds': 'engine/kernel, errors, clouds',
  renderer: 'renderer/app',
};

/**
 * The rooms and the arrows between them as a Mermaid flowchart, drawn from the actual imports. An arrow
 * implied by a longer path is omitted (the transitive reduction), so that the picture shows the order of the
 * rooms.
 *
 * @throws Error when imports form a cycle: there is no order to draw.
 */
export function drawRooms(arrows: readonly Arrow[]): string {
  const targets = new Map<string, Set<string>>();
  for (const arrow of arrows) {
    const [from, to] = [drawnAs[arrow.from] ?? arrow.from, drawnAs[arrow.to] ?? arrow.to];
    if (from !== to && !leftOut.has(from) && !leftOut.has(to))
      targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  const rooms = [...new Set([...targets].flatMap(([from, to]) => [from, ...to]))].toSorted();
  const reached = new Map(rooms.map((room) => [room, reachedFrom(room, targets)]));
  const lines = rooms.flatMap((from) => {
    const direct = [...(targets.get(from) ?? [])].toSorted();
    return direct
      .filter((to) => !direct.some((other) => other !== to && reached.get(other)?.has(to)))
      .map((to) => `  ${idOf(from)} --> ${idOf(to)}`);
  });
  const names = rooms.map((room) => `  ${idOf(room)}["${room}"]`);
  return ['```mermaid', 'flowchart TD', ...names, ...lines, '```'].join('\n');
}

function reachedFrom(
  start: string,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(start) ?? [])];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    if (room === start) throw new Error(`Imports lead from ${start} back to ${start}.`);
    if (reached.has(room)) continue;
    reached.add(room);
    open.push(...(targets.get(room) ?? []));
  }
  return reached;
}

function idOf(room: string): string {
  return room.replaceAll(/\W/g, '_');
}

const begin = '<!-- rooms: npm run house -- --picture -->';
const end = '<!-- /rooms -->';

/** @throws Error when the page has no place for the picture. */
export function putPicture(page: string, picture: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page needs the lines ${begin} and ${end}.`);
  return `${page.slice(0, from)}${begin}\n\n${picture}\n\n${page.slice(to)}`;
}
