/** A marked group as it is handed over. */
export interface HandOverGroup {
  readonly id: string;
  readonly displayName: string;
  readonly label: string;
  /** Marked, but no longer in the tenant. */
  readonly gone: boolean;
  readonly people: number;
  /** Why the list of people is, or may be, short. */
  readonly marks: readonly string[];
}

/** Somebody who is in at least one of the groups. */
export interface HandOverPerson {
  readonly id: string;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  /** Null where Microsoft did not tell. */
  readonly enabled: boolean | null;
  /** The marked groups that they are in. */
  readonly groupIds: readonly string[];
}

/** What is handed over, held still at one sync and read page by page. */
export interface HandOverPages {
  readonly tenantId: string;
  /** When that sync was finished, ISO 8601. */
  readonly syncedAt: string;
  readonly groups: readonly HandOverGroup[];
  readonly totalPeople: number;
  /** Everybody once. */
  people(): AsyncIterable<readonly HandOverPerson[]>;
  peopleOf(groupId: string): AsyncIterable<readonly HandOverPerson[]>;
}
