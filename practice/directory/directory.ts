import { newContact, newDevice, newGroup, newPrincipal, newUser } from './new-object.ts';
import { Relation } from './relation.ts';
import type {
  Directory,
  DirectoryChange,
  DirectoryContact,
  DirectoryDevice,
  DirectoryGroup,
  DirectoryObject,
  DirectoryObjectKind,
  DirectoryPrincipal,
  DirectorySnapshot,
  DirectoryUser,
  GroupChanges,
  NewContact,
  NewDevice,
  NewGroup,
  NewPrincipal,
  NewUser,
  UserChanges,
} from './types.ts';

/** An empty directory. */
export function createDirectory(): Directory {
  return new MemoryDirectory();
}

class MemoryDirectory implements Directory {
  readonly #objects: DirectoryObject[] = [];
  readonly #byId = new Map<string, DirectoryObject>();
  readonly #byPrincipalName = new Map<string, DirectoryUser>();
  readonly #kinds: Record<DirectoryObjectKind, number[]> = {
    user: [],
    group: [],
    device: [],
    contact: [],
    servicePrincipal: [],
  };
  readonly #members = new Relation();
  readonly #owners = new Relation();
  #changes: DirectoryChange[] = [];
  #changesStartAt = 0;

  get sequence(): number {
    return this.#changesStartAt + this.#changes.length;
  }

  get oldestSequence(): number {
    return this.#changesStartAt;
  }

  at(index: number): DirectoryObject {
    const object = this.#objects[index];
    if (object === undefined) throw new Error(`the directory has no object number ${index}`);
    return object;
  }

  byId(id: string): DirectoryObject | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  user(idOrUpn: string): DirectoryUser | undefined {
    const key = idOrUpn.toLowerCase();
    const found = this.#byPrincipalName.get(key) ?? this.#byId.get(key);
    return found?.kind === 'user' && found.state === 'active' ? found : undefined;
  }

  indexes(kind: DirectoryObjectKind): readonly number[] {
    return this.#kinds[kind];
  }

  count(kind: DirectoryObjectKind): number {
    let count = 0;
    for (const index of this.#kinds[kind]) if (this.at(index).state === 'active') count += 1;
    return count;
  }

  membershipCount(): number {
    return this.#members.size;
  }

  members(group: number): readonly number[] {
    return this.#members.targets(group);
  }

  owners(group: number): readonly number[] {
    return this.#owners.targets(group);
  }

  memberOf(object: number): readonly number[] {
    return this.#members.sources(object);
  }

  changesSince(sequence: number): readonly DirectoryChange[] {
    return this.#changes.slice(Math.max(0, sequence - this.#changesStartAt));
  }

  addUser(user: NewUser): DirectoryUser {
    return this.#add(newUser(this.#objects.length, user));
  }

  addGroup(group: NewGroup): DirectoryGroup {
    return this.#add(newGroup(this.#objects.length, group));
  }

  addDevice(device: NewDevice): DirectoryDevice {
    return this.#add(newDevice(this.#objects.length, device));
  }

  addContact(contact: NewContact): DirectoryContact {
    return this.#add(newContact(this.#objects.length, contact));
  }

  addPrincipal(principal: NewPrincipal): DirectoryPrincipal {
    return this.#add(newPrincipal(this.#objects.length, principal));
  }

  changeUser(id: string, changes: UserChanges): DirectoryUser {
    const user = this.#require(id, 'user');
    const principalName = changes.userPrincipalName;
    if (principalName !== undefined) {
      const holder = this.#byPrincipalName.get(principalName.toLowerCase());
      if (holder !== undefined && holder !== user)
        throw new Error(`another user is already named ${principalName}`);
      this.#byPrincipalName.delete(user.userPrincipalName.toLowerCase());
      this.#byPrincipalName.set(principalName.toLowerCase(), user);
    }
    Object.assign(user, changes);
    this.#changes.push({ type: 'changed', object: user.index, properties: Object.keys(changes) });
    return user;
  }

  changeGroup(id: string, changes: GroupChanges): DirectoryGroup {
    const group = this.#require(id, 'group');
    Object.assign(group, changes);
    this.#changes.push({ type: 'changed', object: group.index, properties: Object.keys(changes) });
    return group;
  }

  renameUser(id: string, to: { userPrincipalName: string; displayName?: string }): DirectoryUser {
    const user = this.#require(id, 'user');
    const former = user.proxyAddresses.map((address) => address.replace(/^SMTP:/, 'smtp:'));
    return this.changeUser(id, {
      ...to,
      ...(user.mail === null
        ? { otherMails: [...new Set([...user.otherMails, user.userPrincipalName])] }
        : {
            mail: to.userPrincipalName,
            proxyAddresses: [`SMTP:${to.userPrincipalName}`, ...former],
          }),
    });
  }

  addMember(groupId: string, memberId: string): boolean {
    const group = this.#require(groupId, 'group').index;
    const member = this.#require(memberId).index;
    if (!this.#members.link(group, member)) return false;
    this.#changes.push({ type: 'linked', object: group, member });
    return true;
  }

  removeMember(groupId: string, memberId: string): boolean {
    const group = this.#require(groupId, 'group').index;
    return this.#unlinkMember(group, this.#require(memberId).index);
  }

  addOwner(groupId: string, ownerId: string): boolean {
    return this.#owners.link(this.#require(groupId, 'group').index, this.#require(ownerId).index);
  }

  loadMembers(groupId: string, memberIds: readonly string[]): void {
    const group = this.#require(groupId, 'group').index;
    const members = memberIds.map((id) => this.#require(id).index).sort((a, b) => a - b);
    for (const member of members) this.#members.link(group, member);
  }

  remove(id: string, now: number): void {
    const object = this.#require(id);
    const restorable =
      object.kind === 'user' || (object.kind === 'group' && object.groupTypes.includes('Unified'));
    if (!restorable) {
      this.purge(id, now);
      return;
    }
    if (object.state !== 'active') throw new Error(`${id} is already deleted`);
    object.state = 'softDeleted';
    object.deletedAt = now;
    this.#changes.push({ type: 'deleted', object: object.index });
  }

  restore(id: string): void {
    const object = this.#require(id);
    if (object.state !== 'softDeleted') throw new Error(`${id} is not in the deleted items`);
    object.state = 'active';
    object.deletedAt = null;
    this.#changes.push({ type: 'restored', object: object.index });
  }

  purge(id: string, now: number): void {
    const object = this.#require(id);
    for (const group of this.#members.sources(object.index).slice())
      this.#unlinkMember(group, object.index);
    for (const member of this.#members.targets(object.index).slice())
      this.#members.unlink(object.index, member);
    for (const group of this.#owners.sources(object.index).slice())
      this.#owners.unlink(group, object.index);
    if (object.kind === 'user')
      this.#byPrincipalName.delete(object.userPrincipalName.toLowerCase());
    object.state = 'gone';
    object.deletedAt = now;
    this.#changes.push({ type: 'purged', object: object.index });
  }

  forgetChanges(): void {
    this.#changesStartAt = this.sequence;
    this.#changes = [];
  }

  toSnapshot(): DirectorySnapshot {
    return {
      objects: this.#objects.map((object) => ({ ...object })),
      members: this.#members.entries(),
      owners: this.#owners.entries(),
      changes: this.#changes,
      changesStartAt: this.#changesStartAt,
    };
  }

  #add<T extends DirectoryObject>(object: T): T {
    if (this.#byId.has(object.id)) throw new Error(`the directory already has ${object.id}`);
    if (object.kind === 'user' && this.#byPrincipalName.has(object.userPrincipalName.toLowerCase()))
      throw new Error(`another user is already named ${object.userPrincipalName}`);
    this.#keep(object);
    this.#changes.push({ type: 'added', object: object.index });
    return object;
  }

  #keep(object: DirectoryObject): void {
    this.#objects[object.index] = object;
    this.#byId.set(object.id, object);
    this.#kinds[object.kind].push(object.index);
    if (object.kind === 'user' && object.state !== 'gone')
      this.#byPrincipalName.set(object.userPrincipalName.toLowerCase(), object);
  }

  #unlinkMember(group: number, member: number): boolean {
    if (!this.#members.unlink(group, member)) return false;
    this.#changes.push({ type: 'unlinked', object: group, member });
    return true;
  }

  #require<K extends DirectoryObjectKind = DirectoryObjectKind>(
    id: string,
    kind?: K,
  ): Extract<DirectoryObject, { kind: K }> {
    const object = this.byId(id);
    if (object === undefined || object.state === 'gone')
      throw new Error(`the directory has no object ${id}`);
    if (kind !== undefined && object.kind !== kind)
      throw new Error(`${id} is a ${object.kind}, not a ${kind}`);
    return object as Extract<DirectoryObject, { kind: K }>;
  }
}
