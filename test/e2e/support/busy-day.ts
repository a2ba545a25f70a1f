import { randomUUID } from 'node:crypto';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import { groupNamed, personOf } from './directory-record.ts';
import { changesOf } from './tenant-changes.ts';

/**
 * A busy day in the odd customer's tenant: groups and people are added, removed and renamed, members change.
 */
export async function busyDay(cloud: PracticeCloud) {
  const { primaryDomain } = cloud.customer('odd');
  const person = (local: string) => personOf(cloud, 'odd', `${local}@${primaryDomain}`);
  const [vpn, twoJanes, guests] = await Promise.all([
    groupNamed(cloud, 'odd', 'May use the VPN'),
    groupNamed(cloud, 'odd', 'Two Janes'),
    groupNamed(cloud, 'odd', 'Only Guests'),
  ]);
  const [married, leaver, smith, layla] = await Promise.all([
    person('jane.okafor'),
    person('former.employee'),
    person('jane.smith'),
    person('layla'),
  ]);
  const [crew, newcomer] = [randomUUID(), randomUUID()];
  const at = Date.now();
  await changesOf(cloud, 'odd').directory(
    { type: 'renameGroup', id: vpn, displayName: 'VPN access' },
    { type: 'remove', id: guests, at },
    { type: 'addGroup', id: crew, displayName: 'Night crew', at },
    {
      type: 'addUser',
      id: newcomer,
      userPrincipalName: `robin.new@${primaryDomain}`,
      displayName: 'Robin New',
      at,
    },
    {
      type: 'renameUser',
      id: married.id,
      userPrincipalName: `jane.carter@${primaryDomain}`,
      displayName: 'Jane Carter',
    },
    { type: 'remove', id: leaver.id, at },
    { type: 'addMember', group: crew, member: newcomer },
    { type: 'addMember', group: crew, member: twoJanes },
    { type: 'addMember', group: vpn, member: layla.id },
    { type: 'removeMember', group: twoJanes, member: smith.id },
  );
  return { vpn, crew, newcomer, married };
}
