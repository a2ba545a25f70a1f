/**
 * The content of one tenant's directory, with Graph's property names. Times are milliseconds on the effect
 * clock. `index` is the row number inside its directory: dense, never reused, in creation order, so that
 * lists, page tokens and memberships can use small integers.
 */
export type DirectoryObject =
  | DirectoryUser
  | DirectoryGroup
  | DirectoryDevice
  | DirectoryContact
  | DirectoryPrincipal;

export type DirectoryObjectKind = DirectoryObject['kind'];

/** `softDeleted` can be restored for 30 days (users and Microsoft 365 groups); `gone` is permanent. */
export type ObjectState = 'active' | 'softDeleted' | 'gone';

interface ObjectBase {
  readonly index: number;
  readonly id: string;
  displayName: string;
  readonly createdAt: number;
  deletedAt: number | null;
  state: ObjectState;
}

export interface DirectoryUser extends ObjectBase {
  readonly kind: 'user';
  userPrincipalName: string;
  mail: string | null;
  mailNickname: string;
  /** Former and additional addresses, as an administrator added them. */
  otherMails: readonly string[];
  /** `SMTP:` marks the primary address, `smtp:` the others. */
  proxyAddresses: readonly string[];
  userType: 'Member' | 'Guest';
  externalUserState: 'PendingAcceptance' | 'Accepted' | null;
  accountEnabled: boolean;
  givenName: string | null;
  surname: string | null;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  preferredLanguage: string | null;
  onPremisesSyncEnabled: boolean | null;
}

export interface DirectoryGroup extends ObjectBase {
  readonly kind: 'group';
  description: string | null;
  mail: string | null;
  mailNickname: string;
  mailEnabled: boolean;
  securityEnabled: boolean;
  /** `Unified` for Microsoft 365 groups, `DynamicMembership` for dynamic ones. */
  groupTypes: readonly string[];
  membershipRule: string | null;
  membershipRuleProcessingState: 'On' | 'Paused' | null;
  isAssignableToRole: boolean | null;
  onPremisesSyncEnabled: boolean | null;
  onPremisesSamAccountName: string | null;
  onPremisesLastSyncAt: number | null;
  /** Microsoft 365 groups only; fixed at creation. */
  visibility: 'Public' | 'Private' | 'HiddenMembership' | null;
  classification: string | null;
  resourceProvisioningOptions: readonly string[];
  proxyAddresses: readonly string[];
  readonly renewedAt: number;
}

export interface DirectoryDevice extends ObjectBase {
  readonly kind: 'device';
  readonly deviceId: string;
  accountEnabled: boolean;
  operatingSystem: string;
  operatingSystemVersion: string;
  trustType: 'AzureAd' | 'ServerAd' | 'Workplace';
}

/** An organizational contact. */
export interface DirectoryContact extends ObjectBase {
  readonly kind: 'contact';
  mail: string | null;
  mailNickname: string;
  givenName: string | null;
  surname: string | null;
  companyName: string | null;
  proxyAddresses: readonly string[];
}

/**
 * A service principal as a member of groups. The principal itself is stored in
 * `PracticeTenant.servicePrincipals` under the same object ID.
 */
export interface DirectoryPrincipal extends ObjectBase {
  readonly kind: 'servicePrincipal';
  readonly appId: string;
}

type Managed = 'index' | 'kind' | 'state' | 'deletedAt';
type New<T extends ObjectBase, Given extends keyof T> = Pick<T, Given> &
  Partial<Omit<T, Managed | Given>>;

export type NewUser = New<DirectoryUser, 'id' | 'displayName' | 'userPrincipalName' | 'createdAt'>;
export type NewGroup = New<DirectoryGroup, 'id' | 'displayName' | 'createdAt'>;
export type NewDevice = New<DirectoryDevice, 'id' | 'displayName' | 'createdAt'>;
export type NewContact = New<DirectoryContact, 'id' | 'displayName' | 'createdAt'>;
export type NewPrincipal = New<DirectoryPrincipal, 'id' | 'displayName' | 'createdAt' | 'appId'>;

export type UserChanges = Partial<Omit<DirectoryUser, Managed | 'id' | 'createdAt'>>;
export type GroupChanges = Partial<Omit<DirectoryGroup, Managed | 'id' | 'createdAt'>>;

/** One entry of the change log: what happened to `object`, at `sequence`. */
export type DirectoryChange =
  | { readonly type: 'added' | 'deleted' | 'restored' | 'purged'; readonly object: number }
  | { readonly type: 'changed'; readonly object: number; readonly properties: readonly string[] }
  | { readonly type: 'linked' | 'unlinked'; readonly object: number; readonly member: number };

/** A plain-JSON copy of a directory, for comparisons. */
export interface DirectorySnapshot {
  readonly objects: readonly DirectoryObject[];
  /** Group index, then its members' indexes in ascending order. */
  readonly members: readonly (readonly [group: number, members: readonly number[]])[];
  readonly owners: readonly (readonly [group: number, owners: readonly number[]])[];
  readonly changes: readonly DirectoryChange[];
  readonly changesStartAt: number;
}

/**
 * Users, groups, devices, contacts and memberships of one tenant, in memory, with the change log that delta
 * queries need. IDs in arguments are object IDs; a user may also be identified by UPN.
 *
 * Mutations throw a plain Error that names the ID when the object does not exist or has another kind; adding
 * an existing member or removing a missing one returns `false`.
 */
export interface Directory {
  /** Number of the newest change. Objects created before the first change have number 0. */
  readonly sequence: number;
  /** The log no longer holds changes with sequence numbers at or below this one. */
  readonly oldestSequence: number;

  at(index: number): DirectoryObject;
  byId(id: string): DirectoryObject | undefined;
  /** By object ID or user principal name, case-insensitive; never returns a soft-deleted object. */
  user(idOrUpn: string): DirectoryUser | undefined;
  /** All indexes of a kind in creation order, deleted ones included. */
  indexes(kind: DirectoryObjectKind): readonly number[];
  count(kind: DirectoryObjectKind): number;
  /** Number of memberships whose group and member are not gone. */
  membershipCount(): number;

  /** Direct members, ascending. Includes soft-deleted ones, which the reader must skip. */
  members(group: number): readonly number[];
  owners(group: number): readonly number[];
  /** Groups with this object as a direct member. */
  memberOf(object: number): readonly number[];
  /** Changes after `sequence`, oldest first. */
  changesSince(sequence: number): readonly DirectoryChange[];

  addUser(user: NewUser): DirectoryUser;
  addGroup(group: NewGroup): DirectoryGroup;
  addDevice(device: NewDevice): DirectoryDevice;
  addContact(contact: NewContact): DirectoryContact;
  addPrincipal(principal: NewPrincipal): DirectoryPrincipal;
  changeUser(id: string, changes: UserChanges): DirectoryUser;
  changeGroup(id: string, changes: GroupChanges): DirectoryGroup;
  /** Gives a user a new UPN, mail and display name as an administrator would; old addresses remain. */
  renameUser(id: string, to: { userPrincipalName: string; displayName?: string }): DirectoryUser;
  addMember(groupId: string, memberId: string): boolean;
  removeMember(groupId: string, memberId: string): boolean;
  addOwner(groupId: string, ownerId: string): boolean;
  /** Adds many members for the seed: same effect as addMember, without log entries. */
  loadMembers(groupId: string, memberIds: readonly string[]): void;
  /**
   * As Entra does: users and Microsoft 365 groups move to the deleted items, everything else is deleted
   * immediately with its memberships.
   */
  remove(id: string, now: number): void;
  restore(id: string): void;
  /** Deletes permanently, memberships included. */
  purge(id: string, now: number): void;
  /** Clears the change log: older delta tokens are answered with a resync. */
  forgetChanges(): void;

  toSnapshot(): DirectorySnapshot;
}
