import { z } from 'zod';
import type { Directory } from '../directory/types.ts';

const id = z.string().toLowerCase().min(1);
const at = z.int();

/**
 * A change made to a tenant's directory after the seed, with every random or clock-dependent value, so that
 * it can be replayed after a restart.
 */
export const directoryMutationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('addUser'),
    id,
    userPrincipalName: z.string().min(3),
    displayName: z.string(),
    at,
  }),
  z.strictObject({
    type: z.literal('renameUser'),
    id,
    userPrincipalName: z.string().min(3),
    displayName: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('addGroup'), id, displayName: z.string(), at }),
  z.strictObject({ type: z.literal('renameGroup'), id, displayName: z.string() }),
  z.strictObject({ type: z.literal('remove'), id, at }),
  z.strictObject({ type: z.literal('restore'), id }),
  z.strictObject({ type: z.literal('purge'), id, at }),
  z.strictObject({ type: z.literal('addMember'), group: id, member: id }),
  z.strictObject({ type: z.literal('removeMember'), group: id, member: id }),
  z.strictObject({ type: z.literal('forgetChanges') }),
]);

export type DirectoryMutation = z.output<typeof directoryMutationSchema>;

/** Makes a change in a directory. Rethrows the directory's plain Error, which names the ID. */
export function applyMutation(directory: Directory, mutation: DirectoryMutation): void {
  switch (mutation.type) {
    case 'addUser':
      directory.addUser({
        id: mutation.id,
        userPrincipalName: mutation.userPrincipalName,
        mail: mutation.userPrincipalName,
        displayName: mutation.displayName,
        createdAt: mutation.at,
      });
      return;
    case 'renameUser':
      directory.renameUser(mutation.id, {
        userPrincipalName: mutation.userPrincipalName,
        ...(mutation.displayName !== undefined && { displayName: mutation.displayName }),
      });
      return;
    case 'addGroup':
      directory.addGroup({
        id: mutation.id,
        displayName: mutation.displayName,
        createdAt: mutation.at,
      });
      return;
    case 'renameGroup':
      directory.changeGroup(mutation.id, { displayName: mutation.displayName });
      return;
    case 'remove':
      directory.remove(mutation.id, mutation.at);
      return;
    case 'restore':
      directory.restore(mutation.id);
      return;
    case 'purge':
      directory.purge(mutation.id, mutation.at);
      return;
    case 'addMember':
      directory.addMember(mutation.group, mutation.member);
      return;
    case 'removeMember':
      directory.removeMember(mutation.group, mutation.member);
      return;
    case 'forgetChanges':
      directory.forgetChanges();
  }
}
