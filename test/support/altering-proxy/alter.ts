import type { Passed } from './passed.ts';
import type { ActiveRule, Rule } from './rules.ts';

/** An answer that passes through the proxy. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Headers that belong to one connection, or that are recomputed for a changed body. */
const perConnection = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

/** The answer after one rule is applied. */
export function alterAnswer(answer: Answer, rule: Rule, request: Passed): Answer {
  const body = 'body' in rule ? bytesOf(newBody(rule, valueOf(answer.body), request)) : answer.body;
  return {
    status: rule.status ?? answer.status,
    headers: alterHeaders(answer.headers, rule),
    body,
  };
}

/** The answer to a batch, with each part altered by the rules that match it. */
export function alterParts(
  answer: Answer,
  parts: readonly Passed[],
  rulesFor: (part: Passed) => readonly ActiveRule[],
): Answer {
  const value = valueOf(answer.body);
  if (!isBatchAnswer(value)) return answer;
  const responses = value.responses.map((response) => {
    const part = parts.find(({ partId }) => partId === response.id);
    if (part === undefined) return response;
    const altered = rulesFor(part).reduce<PartAnswer>(
      (one, { rule }) => ({
        ...one,
        status: rule.status ?? one.status,
        headers: alterHeaders(one.headers ?? {}, rule),
        ...('body' in rule && { body: newBody(rule, one.body, part) }),
      }),
      response,
    );
    part.status = altered.status;
    return altered;
  });
  return { ...answer, body: bytesOf({ ...value, responses }) };
}

/** Headers that may be sent on another connection, in lower case. */
export function ownHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || perConnection.has(name) ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}

function alterHeaders(
  headers: Readonly<Record<string, string>>,
  rule: Rule,
): Readonly<Record<string, string>> {
  const found = new Map(Object.entries(headers));
  for (const [name, value] of Object.entries(rule.headers ?? {})) {
    for (const key of found.keys()) {
      if (key.toLowerCase() === name.toLowerCase()) found.delete(key);
    }
    if (value !== null) found.set(name, value);
  }
  return Object.fromEntries(found);
}

function newBody({ body }: Rule, before: unknown, request: Passed): unknown {
  return typeof body === 'function'
    ? (body as (value: unknown, request: Passed) => unknown)(before, request)
    : body;
}

/** The parsed value if it is JSON, otherwise text. */
function valueOf(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}

function isBatchAnswer(value: unknown): value is { readonly responses: readonly PartAnswer[] } {
  return typeof value === 'object' && value !== null && 'responses' in value;
}
