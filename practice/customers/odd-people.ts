import type { NewUser } from '../directory/types.ts';
import { primaryDomain } from '../world/find.ts';
import type { Random } from '../world/random.ts';
import type { PracticeTenant } from '../world/types.ts';
import { addApplication } from './new-tenant.ts';

/** Object IDs of unusual people. */
export type OddPeople = ReturnType<typeof addOddPeople>;

/** People with identical names, with many addresses, guests, and names that are hard to display. */
export function addOddPeople(random: Random, tenant: PracticeTenant) {
  const domain = primaryDomain(tenant);
  const user = (local: string, facts: Partial<NewUser> & { displayName: string }): string =>
    tenant.directory.addUser({
      id: random.guid(),
      createdAt: tenant.createdAt,
      userPrincipalName: `${local}@${domain}`,
      mail: `${local}@${domain}`,
      ...facts,
    }).id;

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
  return {
    janeInSales,
    janeInLegal,
    married,
    renamed,
    guest,
    invited,
    disabled,
    formulaName,
    emojiName,
    rightToLeft,
  };
}

/** Object IDs of members that are not people. */
export type OddThings = ReturnType<typeof addOddThings>;

/** Devices, a contact and an application's service principal. */
export function addOddThings(random: Random, tenant: PracticeTenant) {
  const { directory, createdAt } = tenant;
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
  return { device, phone, contact, principal };
}
