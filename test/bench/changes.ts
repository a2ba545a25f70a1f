import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const memberships = z.record(z.string(), z.array(z.string()));

/**
 * Changes one group in a hundred without the connector's knowledge: every other one is renamed, the rest lose
 * a member or, if they are empty, gain one.
 */
export async function changeOnePercent(
  cloud: PracticeCloud,
  tenantId: string,
  round: number,
): Promise<number> {
  const before = memberships.parse(await cloud.control('GET', `/tenants/${tenantId}/memberships`));
  const groups = Object.keys(before).toSorted();
  const someone = Object.values(before).flat()[0] ?? randomUUID();
  const chosen = groups.filter((_, place) => place % 100 === round % 100);
  for (const [place, group] of chosen.entries()) {
    const [member] = before[group] ?? [];
    const mutation =
      place % 2 === 0
        ? { type: 'renameGroup', id: group, displayName: `Renamed ${round} ${place}` }
        : member === undefined
          ? { type: 'addMember', group, member: someone }
          : { type: 'removeMember', group, member };
    await cloud.control('POST', `/tenants/${tenantId}`, { type: 'directory', mutation });
  }
  return chosen.length;
}
