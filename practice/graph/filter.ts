import type { EntityContext, EntityType, FilterOperator } from './entity-type.ts';
import { filterTokens } from './filter-tokens.ts';
import type { FilterToken } from './filter-tokens.ts';
import { badRequest, unsupportedQuery } from './graph-error.ts';

/** A parsed `$filter`. */
export interface Filter {
  readonly matches: (row: object, context: EntityContext) => boolean;
  /** The operator that needs the advanced query parameters, or null. */
  readonly advanced: string | null;
}

type Predicate = Filter['matches'];
type Test = (value: unknown) => boolean;

const advancedOperators: ReadonlySet<string> = new Set(['ne', 'not', 'endsWith']);

/**
 * Reads `$filter` for a type, with the operators that Graph supports for the property: `eq ne ge le in
 * startsWith endsWith any and or not` and parentheses. Text comparison ignores case.
 */
export function readFilter(text: string, type: EntityType): Filter {
  const parser = new Parser(filterTokens(text), type);
  const matches = parser.readAll();
  return { matches, advanced: parser.advanced };
}

class Parser {
  readonly #tokens: readonly FilterToken[];
  readonly #type: EntityType;
  #position = 0;
  advanced: string | null = null;

  constructor(tokens: readonly FilterToken[], type: EntityType) {
    this.#tokens = tokens;
    this.#type = type;
  }

  readAll(): Predicate {
    const predicate = this.#or();
    if (this.#position < this.#tokens.length) throw this.#syntaxError();
    return predicate;
  }

  #or(): Predicate {
    const left = this.#and();
    if (!this.#takeWord('or')) return left;
    const right = this.#or();
    return (row, context) => left(row, context) || right(row, context);
  }

  #and(): Predicate {
    const left = this.#term();
    if (!this.#takeWord('and')) return left;
    const right = this.#and();
    return (row, context) => left(row, context) && right(row, context);
  }

  #term(): Predicate {
    if (this.#takeWord('not')) {
      this.#use('not');
      const inner = this.#term();
      return (row, context) => !inner(row, context);
    }
    if (this.#takePunctuation('(')) {
      const inner = this.#or();
      this.#expect(')');
      return inner;
    }
    const word = this.#word();
    const call = functionName(word);
    if (call !== null) {
      this.#expect('(');
      const property = this.#word();
      this.#expect(',');
      const test = this.#textTest(property, call);
      this.#expect(')');
      return this.#onProperty(property, test);
    }
    if (word.endsWith('/any')) return this.#any(word.slice(0, -'/any'.length));
    return this.#onProperty(word, this.#comparison(word));
  }

  #any(property: string): Predicate {
    this.#check(property, 'any');
    this.#expect('(');
    const variable = this.#word();
    this.#expect(':');
    const word = this.#word();
    const call = functionName(word);
    let test: Test;
    if (call === null) {
      if (word !== variable) throw this.#syntaxError();
      test = this.#comparison(property);
    } else {
      this.#expect('(');
      if (this.#word() !== variable) throw this.#syntaxError();
      this.#expect(',');
      test = this.#textTest(property, call);
      this.#expect(')');
    }
    this.#expect(')');
    return this.#onProperty(property, (value) => Array.isArray(value) && value.some(test));
  }

  #comparison(property: string): Test {
    const operator = this.#word();
    if (operator === 'in') {
      this.#check(property, 'in');
      this.#expect('(');
      const values = new Set<unknown>();
      do values.add(folded(this.#value()));
      while (this.#takePunctuation(','));
      this.#expect(')');
      return (value) => values.has(folded(value));
    }
    if (operator !== 'eq' && operator !== 'ne' && operator !== 'ge' && operator !== 'le')
      throw this.#unsupported(property);
    const wanted = folded(this.#value());
    this.#check(property, operator);
    if (operator === 'ne') this.#use('ne');
    if (operator === 'eq') return (value) => folded(value ?? null) === wanted;
    if (operator === 'ne') return (value) => folded(value ?? null) !== wanted;
    const least = operator === 'ge';
    return (value) => {
      const compared = folded(value);
      if (typeof compared !== 'string' || typeof wanted !== 'string') return false;
      return least ? compared >= wanted : compared <= wanted;
    };
  }

  #textTest(property: string, operator: 'startsWith' | 'endsWith'): Test {
    this.#check(property, operator);
    const wanted = this.#value();
    if (typeof wanted !== 'string') throw this.#syntaxError();
    if (operator === 'endsWith') this.#use('endsWith');
    const needle = wanted.toLowerCase();
    return (value) =>
      typeof value === 'string' &&
      (operator === 'startsWith'
        ? value.toLowerCase().startsWith(needle)
        : value.toLowerCase().endsWith(needle));
  }

  #onProperty(property: string, test: Test): Predicate {
    const column = this.#type.columns.get(property);
    if (column === undefined)
      throw badRequest(
        `Could not find a property named '${property}' on type 'microsoft.graph.${this.#type.name}'.`,
      );
    return (row, context) => test(column(row, context));
  }

  #check(property: string, operator: FilterOperator): void {
    if (this.#type.filters.get(property)?.has(operator) !== true) throw this.#unsupported(property);
  }

  #unsupported(property: string): Error {
    const { name, columns } = this.#type;
    if (!columns.has(property) && name !== 'directoryObject')
      return badRequest(
        `Could not find a property named '${property}' on type 'microsoft.graph.${name}'.`,
      );
    const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return unsupportedQuery(
      `Unsupported or invalid query filter clause specified for property '${property}' of resource '${label}'.`,
    );
  }

  #use(operator: string): void {
    if (advancedOperators.has(operator)) this.advanced ??= operator;
  }

  #word(): string {
    const token = this.#tokens[this.#position];
    if (token?.type !== 'word') throw this.#syntaxError();
    this.#position += 1;
    return token.text;
  }

  #value(): string | number | boolean | null {
    const token = this.#tokens[this.#position];
    if (token?.type !== 'value') throw this.#syntaxError();
    this.#position += 1;
    return token.value;
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#position];
    if (token?.type !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#position += 1;
    return true;
  }

  #takePunctuation(text: string): boolean {
    const token = this.#tokens[this.#position];
    if (token?.type !== 'punctuation' || token.text !== text) return false;
    this.#position += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takePunctuation(text)) throw this.#syntaxError();
  }

  #syntaxError(): Error {
    return badRequest('Invalid filter clause: syntax error.');
  }
}

function functionName(word: string): 'startsWith' | 'endsWith' | null {
  const lower = word.toLowerCase();
  if (lower === 'startswith') return 'startsWith';
  return lower === 'endswith' ? 'endsWith' : null;
}

function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
