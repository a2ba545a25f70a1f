import type { DirectoryObject } from '../directory/types.ts';
import type { Entry } from './source.ts';
import { directoryObjectType } from './directory-types.ts';
import { EntityWriter } from './entity-json.ts';
import type { EntityType } from './entity-type.ts';
import type { GraphCall } from './graph-call.ts';
import { GraphError } from './graph-error.ts';
import { relationSource } from './relation-source.ts';
import type { RelationName } from './relation-source.ts';

/** Writes the expanded relationship of a row as an additional JSON member. */
export type Expand = (entry: Entry) => string;

/** Graph expands at most twenty objects and doesn't say that more exist. */
const most = 20;

const expandable: Readonly<Record<string, readonly RelationName[]>> = {
  group: ['members', 'owners', 'memberOf', 'transitiveMembers', 'transitiveMemberOf'],
  user: ['memberOf', 'transitiveMemberOf'],
};

/** Reads `$expand`: one relationship, one level, with an optional `$select` in parentheses. */
export function readExpand(text: string, type: EntityType, call: GraphCall): Expand {
  const [, name = '', select] = /^\s*(\w+)(?:\(\s*\$select=([\w,\s]+)\))?\s*$/.exec(text) ?? [];
  const relation = expandable[type.name]?.find((one) => one === name);
  if (relation === undefined)
    throw new GraphError(
      400,
      'ExpandNotSupported',
      `The expression '${text}' cannot be expanded for type 'microsoft.graph.${type.name}'.`,
    );
  const columns = select?.split(',').map((column) => column.trim()) ?? null;
  const writer = new EntityWriter(directoryObjectType, columns, call.context, true);
  return ({ row }) => {
    const source = relationSource(call, row as DirectoryObject, relation, 'expand');
    const parts: string[] = [];
    for (const index of source.indexes) {
      if (parts.length === most) break;
      const entry = source.at(index);
      if (entry !== undefined) parts.push(writer.write(entry.type, entry.row, entry.limited));
    }
    return `,${JSON.stringify(relation)}:[${parts.join(',')}]`;
  };
}
