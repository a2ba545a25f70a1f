import { routes } from './routes.ts';
import type { Route } from './route.ts';

export interface FoundRoute {
  readonly route: Route;
  readonly keys: readonly string[];
  readonly cast: string | null;
  readonly counts: boolean;
}

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
}

const compiled: readonly Compiled[] = routes.map((route) => ({
  route,
  segments: route.name.split('/'),
}));

/**
 * The route of a path after `/v1.0/`, decoded segment by segment; undefined when there is none. Type casts
 * may be written `microsoft.graph.user` or `graph.user`; functions with or without `()`.
 */
export function findRoute(path: string): FoundRoute | undefined {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .flatMap((segment) => splitKey(decode(segment)));
  const counts = segments.at(-1) === '$count';
  if (counts) segments.pop();
  const plain = match(segments);
  if (plain !== undefined) return { ...plain, cast: null, counts };
  const [, cast] = /^(?:microsoft\.)?graph\.(\w+)$/.exec(segments.at(-1) ?? '') ?? [];
  if (cast === undefined) return undefined;
  const whole = match([...segments.slice(0, -1), `microsoft.graph.${cast}`]);
  if (whole !== undefined) return { ...whole, cast: null, counts };
  const under = match(segments.slice(0, -1));
  return under && isRelationship(under.route) ? { ...under, cast, counts } : undefined;
}

function match(segments: readonly string[]): { route: Route; keys: string[] } | undefined {
  for (const { route, segments: wanted } of compiled) {
    if (wanted.length !== segments.length) continue;
    const keys: string[] = [];
    const fits = wanted.every((name, at) => {
      const segment = segments[at] ?? '';
      if (name !== '{id}') return name.toLowerCase() === segment.toLowerCase();
      keys.push(segment);
      return true;
    });
    if (fits) return { route, keys };
  }
  return undefined;
}

/** `servicePrincipals(appId='x')` is a collection and a key; `delta()` is a name. */
function splitKey(segment: string): string[] {
  const open = segment.indexOf('(');
  if (open <= 0 || !segment.endsWith(')'))
    return [segment.replace(/^microsoft\.graph\.(?=delta$)/, '')];
  const name = segment.slice(0, open).replace(/^microsoft\.graph\.(?=delta$)/, '');
  const inner = segment.slice(open + 1, -1);
  if (inner === '') return [name];
  const [, quoted] = /^'([^']*)'$/.exec(inner) ?? [];
  return [name, quoted ?? inner];
}

function isRelationship(route: Route): boolean {
  return /(?:members|owners|memberOf)$/i.test(route.name);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
