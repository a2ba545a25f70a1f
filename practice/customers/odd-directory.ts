import type { PracticeTenant } from '../world/types.ts';
import type { Random } from '../world/random.ts';
import { addNestedGroups, addOddKinds, addOddNames, createGroupMaker } from './odd-groups.ts';
import { addOddPeople, addOddThings } from './odd-people.ts';
import { addPeople } from './ordinary-directory.ts';

/** A tenant with the oddities of real directories that demonstrations usually omit. */
export function fillOddDirectory(random: Random, tenant: PracticeTenant): void {
  const staff = addPeople(random, tenant, 40);
  const people = addOddPeople(random, tenant);
  const things = addOddThings(random, tenant);
  const maker = createGroupMaker(random, tenant);
  addNestedGroups(maker, tenant, staff, { people, things });
  addOddNames(maker, staff, people);
  addOddKinds(maker, tenant, staff, { people, things });
}
