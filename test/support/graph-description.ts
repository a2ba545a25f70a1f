import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const parameter = z.object({ name: z.string(), in: z.string() });
const operation = z.object({
  parameters: z.array(z.union([parameter, z.object({ $ref: z.string() })])).default([]),
  'x-wire-path': z.string().optional(),
});
const description = z.object({
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
  components: z.object({ parameters: z.record(z.string(), parameter) }),
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
  /** Why a request is not one that Microsoft describes, or null when it is. `target` begins with `/v1.0/`. */
  objection(method: string, target: string): string | null;
}

/** Query parameters that come out of a nextLink or deltaLink, and one that only the documentation pages name. */
const linkParameters = ['$skiptoken', '$deltatoken'];

const shared = process.env['EVERGRANT_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const file = resolve(shared, 'data/entra-graph/graph-openapi-subset.json');

/** Reads the description, or null where it does not lie beside the project. */
export function readGraphDescription(): GraphDescription | null {
  if (!existsSync(file)) return null;
  const parsed = description.parse(JSON.parse(readFileSync(file, 'utf8')));
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(parsed.paths)) {
    for (const method of ['GET', 'POST'] as const) {
      const found = method === 'GET' ? item.get : item.post;
      if (!found) continue;
      const wirePath = found['x-wire-path'] ?? path;
      const query = found.parameters.flatMap((entry) => {
        const named = '$ref' in entry ? referenced(entry.$ref, parsed.components) : entry;
        return named.in === 'query' ? [named.name] : [];
      });
      operations.push({ method, path, pattern: patternOf(wirePath), query: new Set(query) });
    }
  }
  return { objection: (method, target) => objection(operations, method, target) };
}

function referenced(
  ref: string,
  components: z.infer<typeof description>['components'],
): z.infer<typeof parameter> {
  const found = components.parameters[ref.replace('#/components/parameters/', '')];
  if (!found) throw new Error(`The description refers to ${ref}, which it does not hold.`);
  return found;
}

/** `/groups/{group-id}/members` as a pattern; a placeholder stands for one segment, quoted or not. */
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
  // A fixed path such as /groups/delta also fits the placeholder of /groups/{group-id}.
  const exact = fitting.find((entry) => !entry.path.includes('{')) ?? fitting[0];
  const unknown = [...url.searchParams.keys()].filter(
    (name) => exact?.query.has(name) !== true && !linkParameters.includes(name.toLowerCase()),
  );
  return unknown.length === 0 ? null : `${path} takes no ${unknown.join(', ')}`;
}
