import type { Column, EntityContext, EntityType } from './entity-type.ts';
import { badRequest } from './graph-error.ts';

interface Writer {
  readonly name: string;
  readonly prefix: string;
  readonly column: Column | null;
}

/** Writes rows of any type as JSON with the selected properties, column by column. */
export class EntityWriter {
  readonly #select: readonly string[] | null;
  readonly #context: EntityContext;
  readonly #polymorphic: boolean;
  readonly #writers = new Map<EntityType, readonly Writer[]>();

  /**
   * @param declared The declared type of the collection: selecting a property that it does not have is an
   * error, except for lists of mixed objects, where the property is omitted.
   */
  constructor(
    declared: EntityType,
    select: readonly string[] | null,
    context: EntityContext,
    polymorphic: boolean,
  ) {
    this.#select = select;
    this.#context = context;
    this.#polymorphic = polymorphic;
    const unknown = polymorphic ? undefined : select?.find((name) => !hasProperty(declared, name));
    if (unknown !== undefined)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.${declared.name}'.`,
      );
  }

  /**
   * Writes one object. `limited` sets everything except type and ID to null, for objects that the caller may
   * not read; `extra` is additional JSON members, each with a leading comma.
   */
  write(type: EntityType, row: object, limited = false, extra = ''): string {
    let json = this.#polymorphic ? `{"@odata.type":"#microsoft.graph.${type.name}"` : '{';
    let separator = this.#polymorphic ? ',' : '';
    for (const { name, prefix, column } of this.#columns(type)) {
      const value =
        column === null || (limited && name !== 'id') ? null : column(row, this.#context);
      json += separator + prefix + JSON.stringify(value);
      separator = ',';
    }
    return `${json}${extra === '' ? '' : separator === '' ? extra.slice(1) : extra}}`;
  }

  #columns(type: EntityType): readonly Writer[] {
    let writers = this.#writers.get(type);
    if (writers === undefined) {
      const names = this.#select ?? type.defaults;
      const always = this.#polymorphic && !names.includes('id') ? ['id', ...names] : names;
      writers = always.flatMap((name) => {
        const column = type.columns.get(name);
        return column === undefined ? [] : [{ name, prefix: `${JSON.stringify(name)}:`, column }];
      });
      this.#writers.set(type, writers);
    }
    return writers;
  }
}

const relations = new Set([
  'members',
  'owners',
  'memberOf',
  'transitiveMemberOf',
  'transitiveMembers',
]);

function hasProperty(type: EntityType, name: string): boolean {
  return type.columns.has(name) || relations.has(name);
}
