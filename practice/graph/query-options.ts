import { badRequest } from './graph-error.ts';

const known = new Set([
  '$select',
  '$top',
  '$filter',
  '$search',
  '$orderby',
  '$count',
  '$expand',
  '$skiptoken',
  '$deltatoken',
  '$format',
]);

/** The query options of one call, decoded, and the raw pairs for building links. */
export interface QueryOptions {
  readonly values: ReadonlyMap<string, string>;
  /** As received, without the page tokens. */
  readonly carried: readonly string[];
  readonly select: readonly string[] | null;
  readonly top: number | null;
}

/** Reads the part of a URL after `?`. Options may omit the dollar sign, as in Graph. */
export function readQueryOptions(query: string, maximumTop: number): QueryOptions {
  const values = new Map<string, string>();
  const carried: string[] = [];
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const cut = pair.indexOf('=');
    const rawName = decode(cut < 0 ? pair : pair.slice(0, cut));
    const name = known.has(`$${rawName}`) ? `$${rawName}` : rawName;
    if (name === '$skip') throw badRequest("'$skip' is not supported by the service.");
    if (name.startsWith('$') && !known.has(name))
      throw badRequest(`The query parameter '${name}' is not supported.`);
    if (values.has(name))
      throw badRequest(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    values.set(name, decode(cut < 0 ? '' : pair.slice(cut + 1)));
    if (name !== '$skiptoken' && name !== '$deltatoken') carried.push(pair);
  }
  return {
    values,
    carried,
    select: list(values.get('$select')),
    top: readTop(values.get('$top'), maximumTop),
  };
}

function readTop(text: string | undefined, maximum: number): number | null {
  if (text === undefined) return null;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1 || top > maximum)
    throw badRequest(
      `Invalid page size specified: '${text}'. Must be between 1 and ${maximum} inclusive.`,
    );
  return top;
}

function list(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 || names.includes('*') ? null : [...new Set(names)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badRequest('The request URI is not valid: it holds a broken percent encoding.');
  }
}
