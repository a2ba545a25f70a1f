/** What a page or a batch of lists added to the counts of its sync. */
export interface PageCounts {
  people: number;
  groups: number;
  memberships: number;
  things: number;
  /** Removed objects and memberships that existed before this page. */
  removals: number;
}

export function noCounts(): PageCounts {
  return { people: 0, groups: 0, memberships: 0, things: 0, removals: 0 };
}
