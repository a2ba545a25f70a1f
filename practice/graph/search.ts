import type { EntityContext, EntityType } from './entity-type.ts';
import { unsupportedQuery } from './graph-error.ts';

/** Properties that `$search` splits into words; all others match by prefix. */
const tokenised: ReadonlySet<string> = new Set(['displayName', 'description']);

type Predicate = (row: object, context: EntityContext) => boolean;

/** Reads `$search`: clauses `"property:text"`, joined by AND and OR in capitals, with parentheses. */
export function readSearch(text: string, type: EntityType): Predicate {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|AND|OR|[()]|\S+/g) ?? [];
  let position = 0;
  const wrong = (): Error =>
    unsupportedQuery('Invalid $search clause. Write it as "property:text", in double quotes.');

  const or = (): Predicate => {
    const left = and();
    if (tokens[position] !== 'OR') return left;
    position += 1;
    const right = or();
    return (row, context) => left(row, context) || right(row, context);
  };
  const and = (): Predicate => {
    const left = clause();
    if (tokens[position] !== 'AND') return left;
    position += 1;
    const right = and();
    return (row, context) => left(row, context) && right(row, context);
  };
  const clause = (): Predicate => {
    const token = tokens[position];
    position += 1;
    if (token === '(') {
      const inner = or();
      if (tokens[position] !== ')') throw wrong();
      position += 1;
      return inner;
    }
    if (token === undefined || !token.startsWith('"')) throw wrong();
    const [, property, needle] = /^([A-Za-z]+):(.+)$/s.exec(unquoted(token)) ?? [];
    if (property === undefined || needle === undefined) throw wrong();
    return propertyClause(property, needle, type);
  };

  const predicate = or();
  if (position < tokens.length) throw wrong();
  return predicate;
}

/** Lower-case words: split at spaces, at a capital after a small letter, and at digits and symbols. */
export function searchWords(text: string): string[] {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{N}+)/gu, ' $1 ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function propertyClause(property: string, needle: string, type: EntityType): Predicate {
  const column = type.columns.get(property);
  if (column === undefined && type.name !== 'directoryObject')
    throw unsupportedQuery(`Property '${property}' of '${type.name}' cannot be searched.`);
  const wanted = searchWords(needle);
  const beginning = needle.toLowerCase();
  return (row, context) => {
    const value = column?.(row, context) ?? (row as Record<string, unknown>)[property];
    if (tokenised.has(property)) {
      if (typeof value !== 'string') return false;
      const words = searchWords(value);
      return wanted.every((word) => words.some((one) => one.startsWith(word)));
    }
    const values = Array.isArray(value) ? value : [value];
    return values.some((one) => typeof one === 'string' && one.toLowerCase().startsWith(beginning));
  };
}

function unquoted(token: string): string {
  return token.slice(1, -1).replaceAll(/\\(.)/gs, '$1');
}
