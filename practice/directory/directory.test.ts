import { describe, expect, it } from 'vitest';
import { createDirectory } from './directory.ts';

const createdAt = 1_700_000_000_000;

function sales() {
  const directory = createDirectory();
  const jane = directory.addUser({
    id: 'jane',
    displayName: 'Jane Adler',
    userPrincipalName: 'jane@old.example',
    mail: 'jane@old.example',
    createdAt,
  });
  const group = directory.addGroup({ id: 'sales', displayName: 'Sales', createdAt });
  const team = directory.addGroup({
    id: 'team',
    displayName: 'Team',
    groupTypes: ['Unified'],
    createdAt,
  });
  directory.addMember('sales', 'jane');
  return { directory, jane, group, team };
}

describe('a directory', () => {
  it('knows memberships from both ends and refuses repeats', () => {
    const { directory, jane, group } = sales();
    expect(directory.addMember('sales', 'jane')).toBe(false);
    expect(directory.members(group.index)).toEqual([jane.index]);
    expect(directory.memberOf(jane.index)).toEqual([group.index]);
    expect(directory.membershipCount()).toBe(1);
  });

  it('finds a renamed person under the new name and keeps the old address', () => {
    const { directory } = sales();
    directory.renameUser('jane', { userPrincipalName: 'jane@new.example' });
    expect(directory.user('JANE@new.example')?.proxyAddresses).toEqual([
      'SMTP:jane@new.example',
      'smtp:jane@old.example',
    ]);
    expect(directory.user('jane@old.example')).toBeUndefined();
  });

  it('keeps a deleted person in the groups until purged', () => {
    const { directory, jane, group } = sales();
    directory.remove('jane', createdAt + 1);
    expect(jane.state).toBe('softDeleted');
    expect(directory.members(group.index)).toEqual([jane.index]);
    directory.purge('jane', createdAt + 2);
    expect(directory.members(group.index)).toEqual([]);
  });

  it('deletes a security group for ever and a Microsoft 365 group softly', () => {
    const { directory, group, team } = sales();
    directory.remove('sales', createdAt);
    directory.remove('team', createdAt);
    expect([group.state, team.state]).toEqual(['gone', 'softDeleted']);
    directory.restore('team');
    expect(team.state).toBe('active');
  });

  it('tells every change after a sequence number', () => {
    const { directory, group, jane } = sales();
    const before = directory.sequence;
    directory.removeMember('sales', 'jane');
    directory.changeGroup('sales', { description: 'People who sell' });
    expect(directory.changesSince(before)).toEqual([
      { type: 'unlinked', object: group.index, member: jane.index },
      { type: 'changed', object: group.index, properties: ['description'] },
    ]);
    directory.forgetChanges();
    expect(directory.oldestSequence).toBe(before + 2);
  });

  it('says which id is missing or of another kind', () => {
    const { directory } = sales();
    expect(() => directory.addMember('sales', 'nobody')).toThrow('no object nobody');
    expect(() => directory.addMember('jane', 'sales')).toThrow('jane is a user, not a group');
  });
});
