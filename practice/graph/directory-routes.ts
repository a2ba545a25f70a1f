import type {
  DirectoryContact,
  DirectoryDevice,
  DirectoryGroup,
  DirectoryObjectKind,
  DirectoryUser,
} from '../directory/types.ts';
import type { Source } from './source.ts';
import { typeOfKind } from './directory-types.ts';
import { EntityWriter } from './entity-json.ts';
import type { EntityType } from './entity-type.ts';
import { readExpand } from './expand.ts';
import { contextOf, json } from './graph-call.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { badRequest, notFound } from './graph-error.ts';

/** All objects of a kind, without deleted ones. */
export function directorySource(call: GraphCall, kind: DirectoryObjectKind): Source {
  const { directory } = call.tenant;
  const type = typeOfKind[kind];
  return {
    declared: type,
    mixed: false,
    relationship: false,
    indexes: directory.indexes(kind),
    at: (index) => {
      const row = directory.at(index);
      return row.state === 'active' ? { type, row } : undefined;
    },
  };
}

/** One object, with `$select` and `$expand`. */
export function answerEntity(call: GraphCall, type: EntityType, row: object): GraphAnswer {
  const writer = new EntityWriter(type, call.query.select, call.context, false);
  const expandText = call.query.values.get('$expand');
  const expand = expandText === undefined ? null : readExpand(expandText, type, call);
  const body = writer.write(type, row, false, expand === null ? '' : expand({ type, row }));
  const context = JSON.stringify(contextOf(call, type.set, true));
  return json(`{"@odata.context":${context}${body === '{}' ? '}' : `,${body.slice(1)}`}`);
}

export function findGroup(call: GraphCall, key: string): DirectoryGroup {
  return find(call, key, 'group');
}

/** Finds by object ID or user principal name. */
export function findUser(call: GraphCall, key: string): DirectoryUser {
  const user = call.tenant.directory.user(key);
  if (user === undefined) throw notFound(key);
  return user;
}

export const findDevice = (call: GraphCall, key: string): DirectoryDevice =>
  find(call, key, 'device');

export const findContact = (call: GraphCall, key: string): DirectoryContact =>
  find(call, key, 'contact');

/**
 * The signed-in user; for a partner's technician the user in the partner's tenant.
 *
 * Throws 400 for an application, which has no user.
 */
export function findSignedInUser(call: GraphCall): DirectoryUser {
  const { account, userId } = call.caller;
  if (account === null || userId === null)
    throw badRequest('/me request is only valid with delegated authentication flow.');
  const home = call.world.tenants.get(account.homeTenantId);
  const user = home?.directory.user(userId);
  if (user === undefined) throw notFound(userId);
  return user;
}

function find<K extends DirectoryObjectKind>(call: GraphCall, key: string, kind: K) {
  const object = call.tenant.directory.byId(key);
  if (object === undefined || object.state !== 'active' || object.kind !== kind)
    throw notFound(key);
  return object as Extract<typeof object, { kind: K }>;
}
