import { z } from 'zod';

const parameter = z.object({ name: z.string(), in: z.string() });
const schema = z.record(z.string(), z.unknown());
const content = z.object({ content: z.record(z.string(), z.object({ schema })) });
const reference = z.object({ $ref: z.string() });
const operation = z.object({
  parameters: z.array(z.union([parameter, reference])).default([]),
  responses: z.record(z.string(), z.union([content, reference])),
  'x-wire-path': z.string().optional(),
});
const description = z.object({
  info: z.object({ 'x-source': z.object({ csdl: z.string(), conversion: z.string() }) }),
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
  components: z.object({
    parameters: z.record(z.string(), parameter),
    responses: z.record(z.string(), content),
    schemas: z.record(z.string(), schema),
  }),
});

type Components = z.infer<typeof description>['components'];
type Schema = z.infer<typeof schema>;

/** One operation, with the facts against which a test can check a request or an answer. */
interface OperationFacts {
  /** The path as sent, if it differs from the path of the description. */
  readonly wirePath?: string;
  /** Names of query parameters. */
  readonly query: readonly string[];
  /** Schemas of the answers, by status or class of status (`2XX`). */
  readonly answers: Readonly<Record<string, Schema>>;
}

/** Schema keywords that validate; everything else is prose or a hint to generators. */
const validating = new Set([
  '$ref',
  'additionalProperties',
  'allOf',
  'anyOf',
  'enum',
  'format',
  'items',
  'maxItems',
  'minItems',
  'nullable',
  'oneOf',
  'properties',
  'required',
  'type',
]);
const schemaPrefix = '#/components/schemas/';

/** Extracts paths, names of query parameters and schemas from an OpenAPI description, without its prose. */
export function descriptionFacts(from: unknown): object {
  const { info, paths, components } = description.parse(from);
  const kept = Object.entries(paths).map(([path, item]) => {
    const methods = Object.entries(item).flatMap(([method, found]) =>
      found === undefined ? [] : [[method, operationFacts(path, found, components)] as const],
    );
    return [path, Object.fromEntries(methods)] as const;
  });
  const reachable = reachableSchemas(kept, components.schemas);
  return {
    source: info['x-source'],
    paths: Object.fromEntries(kept),
    components: { schemas: sorted(reachable) },
  };
}

function operationFacts(
  path: string,
  found: z.infer<typeof operation>,
  components: Components,
): OperationFacts {
  const wirePath = found['x-wire-path'] ?? path;
  const query = found.parameters
    .map((entry) => ('$ref' in entry ? named(components.parameters, entry.$ref) : entry))
    .flatMap((entry) => (entry.in === 'query' ? [entry.name] : []));
  const answers = Object.entries(found.responses).flatMap(([status, entry]) => {
    const whole = '$ref' in entry ? named(components.responses, entry.$ref) : entry;
    const first = Object.values(whole.content)[0];
    return first === undefined ? [] : [[status, withoutProse(first.schema)] as const];
  });
  return {
    ...(wirePath === path ? {} : { wirePath }),
    query: query.sort(),
    answers: Object.fromEntries(answers),
  };
}

function named<T>(all: Readonly<Record<string, T>>, reference: string): T {
  const found = all[reference.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`The description refers to ${reference}, and lacks it.`);
  return found;
}

function withoutProse(one: Schema): Schema {
  const kept = Object.entries(one).flatMap(([keyword, value]) => {
    if (!validating.has(keyword)) return [];
    if (keyword !== 'properties') return [[keyword, inside(value)] as const];
    const properties = Object.entries(schema.parse(value)).map(
      ([name, property]) => [name, inside(property)] as const,
    );
    return [[keyword, Object.fromEntries(properties)] as const];
  });
  return Object.fromEntries(kept);
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  return typeof value === 'object' && value !== null ? withoutProse(schema.parse(value)) : value;
}

function reachableSchemas(roots: unknown, all: Components['schemas']): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(
      /"#\/components\/schemas\/([^"]+)"/g,
    )) {
      if (name in found) continue;
      found[name] = withoutProse(named(all, schemaPrefix + name));
      follow(found[name]);
    }
  };
  follow(roots);
  // An answer names a derived type by `@odata.type`; no `$ref` points to its schema.
  for (const [name, one] of Object.entries(all)) {
    const bases = JSON.stringify(one['allOf'] ?? []);
    if (Object.keys(found).some((base) => bases.includes(`"${schemaPrefix}${base}"`)))
      follow({ $ref: schemaPrefix + name });
  }
  return found;
}

function sorted<T>(all: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
