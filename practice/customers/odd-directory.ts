import type { NewGroup, NewUser } from '../directory/types.ts';
import type { PracticeTenant } from '../world/types.ts';
import { primaryDomain } from '../world/find.ts';
import { addApplication } from './new-tenant.ts';
import { addPeople } from './ordinary-directory.ts';
import type { Random } from '../world/random.ts';

/** A tenant full of what real ones have and demonstrations leave out. */
export function fillOddDirectory(random: Random, tenant: PracticeTenant): void {
  const { directory } = tenant;
  const domain = primaryDomain(tenant);
  const createdAt = tenant.createdAt;
  const user = (local: string, facts: Partial<NewUser> & { displayName: string }): string =>
    directory.addUser({
      id: random.guid(),
      createdAt,
      userPrincipalName: `${local}@${domain}`,
      mail: `${local}@${domain}`,
      ...facts,
    }).id;
  const group = (displayName: string, members: string[], facts: Partial<NewGroup> = {}): string => {
    const { id } = directory.addGroup({ id: random.guid(), displayName, createdAt, ...facts });
    directory.loadMembers(id, members);
    return id;
  };
  const unified = (local: string): Partial<NewGroup> => ({
    groupTypes: ['Unified'],
    mailEnabled: true,
    securityEnabled: false,
    mail: `${local}@${domain}`,
    mailNickname: local,
    visibility: 'Private',
  });
  const mail = (local: string): Partial<NewGroup> => ({
    mailEnabled: true,
    mail: `${local}@${domain}`,
    mailNickname: local,
  });

  const staff = addPeople(random, tenant, 40);
  const some = (count: number): string[] => staff.slice(0, count);
  const janeInSales = user('jane.smith', {
    displayName: 'Jane Smith',
    jobTitle: 'Account Executive',
    department: 'Sales',
  });
  const janeInLegal = user('jane.smith2', {
    displayName: 'Jane Smith',
    jobTitle: 'Counsel',
    department: 'Legal',
  });
  const married = user('jane.okafor', {
    displayName: 'Jane Okafor',
    otherMails: [`jane.private@mailbox.example`],
    proxyAddresses: [
      `SMTP:jane.okafor@${domain}`,
      `smtp:jane.bell@${domain}`,
      `smtp:jbell@${tenant.domains.find((one) => one.isInitial)?.name ?? domain}`,
    ],
  });
  const renamed = user('alex.reed', {
    displayName: 'Alex Reed',
    otherMails: ['alexander.reed@former-employer.example'],
    proxyAddresses: [`SMTP:alex.reed@${domain}`, `smtp:alexandra.reed@${domain}`],
  });
  const guest = user('pat_supplier.example#EXT#', {
    displayName: 'Pat Underhill (Supplier)',
    userPrincipalName: `pat_supplier.example#EXT#@${domain}`,
    mail: 'pat@supplier.example',
    otherMails: ['pat@supplier.example'],
    userType: 'Guest',
    externalUserState: 'Accepted',
  });
  const invited = user('lou_auditors.example#EXT#', {
    displayName: 'Lou Ferris',
    userPrincipalName: `lou_auditors.example#EXT#@${domain}`,
    mail: 'lou@auditors.example',
    userType: 'Guest',
    externalUserState: 'PendingAcceptance',
  });
  const disabled = user('former.employee', { displayName: 'Kim Left', accountEnabled: false });
  const formulaName = user('formula', { displayName: '=1+1', mail: null });
  const emojiName = user('party', { displayName: 'Robin 🎉 Lund' });
  const rightToLeft = user('layla', { displayName: 'ليلى حداد' });

  const device = directory.addDevice({
    id: random.guid(),
    displayName: 'LAPTOP-7Q2',
    createdAt,
  }).id;
  const phone = directory.addDevice({
    id: random.guid(),
    displayName: 'Sam’s iPhone',
    createdAt,
    operatingSystem: 'iOS',
    operatingSystemVersion: '18.2',
    trustType: 'Workplace',
  }).id;
  const contact = directory.addContact({
    id: random.guid(),
    displayName: 'Courier Desk',
    mail: 'desk@courier.example',
    companyName: 'Courier Ltd',
    createdAt,
  }).id;
  const application = addApplication(random, tenant, 'Nightly Backup');
  const principal = directory.addPrincipal({
    id: application.objectId,
    displayName: application.displayName,
    appId: application.appId,
    createdAt,
  }).id;

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
