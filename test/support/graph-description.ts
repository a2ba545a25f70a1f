import { z } from 'zod';
import { graphDescriptionFacts } from './microsoft-facts.ts';

const operation = z.object({ wirePath: z.string().optional(), query: z.array(z.string()) });
const description = z.object({
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
});

/** One operation that Microsoft describes. */
interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly pattern: RegExp;
  readonly query: ReadonlySet<string>;
}

/** Microsoft's description of the part of Graph that Evergrant uses. */
export interface GraphDescription {
  /** Why Microsoft does not describe this request, or null if it does. `target` starts with `/v1.0/`. */
  objection(method: string, target: string): string | null;
}

/** Query parameters from a nextLink or deltaLink, and one that only the documentation pages name. */
const linkParameters = ['$skiptoken', '$deltatoken'];

/** Reads the description from its file. */
export function readGraphDescription(): GraphDescription {
  const { paths } = description.parse(graphDescriptionFacts());
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(paths)) {
    for (const method of ['GET', 'POST'] as const) {
      const found = method === 'GET' ? item.get : item.post;
      if (!found) continue;
      const pattern = patternOf(found.wirePath ?? path);
      operations.push({ method, path, pattern, query: new Set(found.query) });
    }
  }
  return { objection: (method, target) => objection(operations, method, target) };
}

/** Turns `/groups/{group-id}/members` into a pattern; a placeholder matches one segment, quoted or not. */
function patternOf(path: string): RegExp {
  const literal = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\{[^}]+\}/g, "[^/()']+")}$`);
}

function objection(
  operations: readonly Operation[],
  method: string,
  target: string,
): string | null {
  const url = new URL(target, 'https://graph.invalid');
  const path = decodeURIComponent(url.pathname.replace(/^\/v1\.0/, ''));
  const atPath = operations.filter((entry) => entry.pattern.test(path));
  if (atPath.length === 0) return `${path} is not described`;
  const fitting = atPath.filter((entry) => entry.method === method);
  if (fitting.length === 0) return `${method} ${path} is not described`;
  // A fixed path such as /groups/delta also matches the placeholder of /groups/{group-id}.
  const exact = fitting.find((entry) => !entry.path.includes('{')) ?? fitting[0];
  const unknown = [...url.searchParams.keys()].filter(
    (name) => exact?.query.has(name) !== true && !linkParameters.includes(name.toLowerCase()),
  );
  return unknown.length === 0 ? null : `${path} takes no ${unknown.join(', ')}`;
}
