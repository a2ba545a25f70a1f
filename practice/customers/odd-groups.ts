import type { NewGroup } from '../directory/types.ts';
import { primaryDomain } from '../world/find.ts';
import type { Random } from '../world/random.ts';
import type { PracticeTenant } from '../world/types.ts';
import type { OddPeople, OddThings } from './odd-people.ts';

/** Adds groups to one tenant. */
export interface GroupMaker {
  /** Returns the new group's object ID. */
  group(displayName: string, members: string[], facts?: Partial<NewGroup>): string;
  /** The properties of a Microsoft 365 group with this address. */
  unified(local: string): Partial<NewGroup>;
  /** The properties of a group with this address that is not a Microsoft 365 group. */
  mail(local: string): Partial<NewGroup>;
}

export function createGroupMaker(random: Random, tenant: PracticeTenant): GroupMaker {
  const { directory, createdAt } = tenant;
  const domain = primaryDomain(tenant);
  return {
    group(displayName, members, facts = {}) {
      const { id } = directory.addGroup({ id: random.guid(), displayName, createdAt, ...facts });
      directory.loadMembers(id, members);
      return id;
    },
    unified: (local) => ({
      groupTypes: ['Unified'],
      mailEnabled: true,
      securityEnabled: false,
      mail: `${local}@${domain}`,
      mailNickname: local,
      visibility: 'Private',
    }),
    mail: (local) => ({
      mailEnabled: true,
      mail: `${local}@${domain}`,
      mailNickname: local,
    }),
  };
}

/** Hidden members, nested and circular groups, and a group with members of every kind. */
export function addNestedGroups(
  { group, unified }: GroupMaker,
  { directory }: PracticeTenant,
  staff: readonly string[],
  { people, things }: { readonly people: OddPeople; readonly things: OddThings },
): void {
  const { janeInSales, janeInLegal, married, renamed, guest, invited, disabled } = people;
  const { formulaName, emojiName, rightToLeft } = people;
  const { device, phone, contact, principal } = things;
  const some = (count: number): string[] => staff.slice(0, count);
  group('Board (hidden members)', [janeInLegal, ...some(6)], {
    ...unified('board'),
    visibility: 'HiddenMembership',
  });
  const team = group('Sales Team', [janeInSales, renamed, ...some(9)], {
    ...unified('salesteam'),
    resourceProvisioningOptions: ['Team'],
  });
  directory.addOwner(team, janeInSales);
  const sales = group('Sales', [janeInSales, married, ...some(4)]);
  const remote = group('Remote Workers', [sales, guest]);
  group('VPN', [remote, janeInLegal], { description: 'May use the VPN. Nested: Sales → Remote' });
  const loopA = group('Loop A', [staff[10] ?? guest]);
  const loopB = group('Loop B', [loopA, staff[11] ?? guest]);
  const loopC = group('Loop C', [loopB]);
  directory.addMember(loopA, loopC);
  const selfish = group('Contains Itself', []);
  directory.addMember(selfish, selfish);
  group('Only Groups Inside', [sales, loopA]);
  group('Everything At Once', [
    device,
    phone,
    contact,
    principal,
    guest,
    invited,
    disabled,
    renamed,
    sales,
    formulaName,
    emojiName,
    rightToLeft,
  ]);
  group('Devices Only', [device, phone]);
  group('Backup Operators', [principal]);
}

/** Groups whose names are hard to display, sort or export to a spreadsheet safely. */
export function addOddNames(
  { group }: GroupMaker,
  staff: readonly string[],
  { emojiName, rightToLeft }: OddPeople,
): void {
  const some = (count: number): string[] => staff.slice(0, count);
  group('🚀 Launch crew 🧑‍🚀', [emojiName, ...some(3)], { description: 'Emoji with joiners' });
  group('مجموعة المبيعات', [rightToLeft, ...some(2)], { description: 'Right to left' });
  group('\u202Egnp.stnioP\u202C', some(1), { description: 'A right-to-left override in the name' });
  group('=HYPERLINK("http://evil.example";"Click me")', some(2));
  group("+cmd|' /C calc'!A0", some(2));
  group('-2+3+cmd', some(1));
  group('@SUM(1+1)*cmd', some(1));
  group('<img src=x onerror=alert(1)>', some(1), { description: '"quoted", with\nline break' });
  group('Ａｌｌ　Ｓｔａｆｆ', some(2), { description: 'Full-width letters' });
  group('All Staff', some(40));
  group('All Staff', some(3), { description: 'A second group of the same name' });
  group(`Long ${'name '.repeat(50).trim()}`, some(1));
}

/** Every kind of group in Entra, some of them empty. */
export function addOddKinds(
  { group, unified, mail }: GroupMaker,
  { createdAt }: PracticeTenant,
  staff: readonly string[],
  { people, things }: { readonly people: OddPeople; readonly things: OddThings },
): void {
  const { janeInSales, janeInLegal, married, guest, invited, disabled } = people;
  const { contact } = things;
  const some = (count: number): string[] => staff.slice(0, count);
  group('Empty Security', []);
  group('Empty Microsoft 365', [], unified('emptym365'));
  group('Only Guests', [guest, invited]);
  group('Only Disabled', [disabled]);
  group('Two Janes', [janeInSales, janeInLegal]);
  group('Dynamic Sales', [janeInSales, ...some(5)], {
    groupTypes: ['DynamicMembership'],
    membershipRule: '(user.department -eq "Sales")',
    membershipRuleProcessingState: 'On',
  });
  group('Dynamic Paused', [disabled], {
    groupTypes: ['DynamicMembership', 'Unified'],
    ...mail('dynamicpaused'),
    securityEnabled: false,
    visibility: 'Public',
    membershipRule: '(user.accountEnabled -eq false)',
    membershipRuleProcessingState: 'Paused',
  });
  group('Role Assignable Helpdesk', [staff[3] ?? guest], {
    isAssignableToRole: true,
    visibility: 'Private',
  });
  group('DOMAIN Users (synced)', some(20), {
    onPremisesSyncEnabled: true,
    onPremisesSamAccountName: 'DomainUsers',
    onPremisesLastSyncAt: createdAt + 86_400_000,
  });
  group('Formerly Synced', some(2), { onPremisesSyncEnabled: false });
  group('News (distribution)', [contact, ...some(12)], { ...mail('news'), securityEnabled: false });
  group('Finance (mail-enabled security)', [married, ...some(5)], mail('finance'));
}
