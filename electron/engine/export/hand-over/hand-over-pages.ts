/** A marked group in a hand-over. */
export interface HandOverGroup {
  readonly id: string;
  readonly displayName: string;
  readonly label: string;
  /** Marked, but no longer in the tenant. */
  readonly gone: boolean;
  readonly people: number;
  /** Why the list of people is, or may be, incomplete. */
  readonly marks: readonly string[];
}

/** A person who is in at least one of the groups. */
export interface HandOverPerson {
  readonly id: string;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  /** Null if Microsoft didn't return it. */
  readonly enabled: boolean | null;
  /** The marked groups that the person is in. */
  readonly groupIds: readonly string[];
}

/** A hand-over, read page by page from one sync. */
export interface HandOverPages {
  readonly tenantId: string;
  /** When that sync finished, ISO 8601. */
  readonly syncedAt: string;
  readonly groups: readonly HandOverGroup[];
  readonly totalPeople: number;
  /** Each person once. */
  people(): AsyncIterable<readonly HandOverPerson[]>;
  peopleOf(groupId: string): AsyncIterable<readonly HandOverPerson[]>;
}
