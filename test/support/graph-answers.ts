import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { graphDescriptionFacts } from './microsoft-facts.ts';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const schema: z.ZodType<Schema> = z.looseObject({}) as z.ZodType<Schema>;
const operation = z.object({
  wirePath: z.string().optional(),
  answers: z.record(z.string(), schema),
});
const description = z.object({
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/** Checks answers against Microsoft's description of Graph (OpenAPI 3.0.4). */
export interface AnswerJudge {
  /**
   * What is wrong with an answer: schema errors, properties that the type does not have, an address that is
   * not described. Empty if nothing is wrong. `path` starts after `/v1.0` and has no query.
   */
  readonly complaints: (
    method: 'GET' | 'POST',
    path: string,
    status: number,
    body: unknown,
  ) => readonly string[];
}

/** Reads the description from its file. */
export function readAnswerJudge(): AnswerJudge {
  const plain = graphDescriptionFacts();
  const parsed = description.parse(plain);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ ...(plain as object), $id: 'graph' });

  const operations = Object.entries(parsed.paths).flatMap(([path, item]) =>
    (['GET', 'POST'] as const).flatMap((method) => {
      const found = method === 'GET' ? item.get : item.post;
      const wire = found?.wirePath ?? path;
      return found === undefined ? [] : [{ method, path, pattern: patternOf(wire), found }];
    }),
  );

  const schemaFor = (method: string, path: string, status: number): Schema | null => {
    const fitting = operations.filter((one) => one.method === method && one.pattern.test(path));
    const chosen = fitting.find((one) => !one.path.includes('{')) ?? fitting[0];
    if (chosen === undefined) return null;
    const { answers } = chosen.found;
    return answers[String(status)] ?? answers[`${String(status)[0]}XX`] ?? null;
  };

  const named = (reference: string): Schema | undefined =>
    parsed.components.schemas[reference.replace('#/components/schemas/', '')];

  const propertiesOf = (one: Schema | undefined): Record<string, Schema> => {
    if (one === undefined) return {};
    const parts = [
      ...(one.allOf ?? []),
      ...(one.$ref === undefined ? [] : [named(one.$ref) ?? {}]),
    ];
    return Object.assign({}, ...parts.map(propertiesOf), one.properties);
  };

  const strangers = (one: Schema | undefined, value: unknown, at: string): string[] => {
    if (Array.isArray(value)) {
      const items = one?.items;
      return items === undefined
        ? []
        : value.flatMap((item, index) => strangers(items, item, `${at}[${index}]`));
    }
    if (typeof value !== 'object' || value === null) return [];
    const type = '@odata.type' in value ? String(value['@odata.type']).slice(1) : null;
    const known = propertiesOf(type === null ? one : (parsed.components.schemas[type] ?? one));
    if (Object.keys(known).length === 0) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
      if (name.startsWith('@odata.')) return [];
      const property = known[name];
      if (property === undefined) return [`${at}.${name} is not described`];
      return strangers(followed(property), inner, `${at}.${name}`);
    });
  };
  const followed = (one: Schema): Schema =>
    one.$ref === undefined ? one : (named(one.$ref) ?? one);

  return {
    complaints: (method, path, status, body) => {
      const found = schemaFor(method, decodeURIComponent(path), status);
      if (found === null) return [`${method} ${path} with status ${status} is not described`];
      const text = JSON.stringify(found).replaceAll('"#/components', '"graph#/components');
      const validate = ajv.compile(JSON.parse(text) as object);
      const valid = validate(body);
      const errors = valid
        ? []
        : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
      return [...errors, ...(status < 400 ? strangers(followed(found), body, '') : [])];
    },
  };
}

function patternOf(path: string): RegExp {
  const literal = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\{[^}]+\}/g, "[^/()']+")}$`);
}
