/** What a page or a batch of lists added to the counts of its sync. */
export interface PageCounts {
  people: number;
  groups: number;
  memberships: number;
  things: number;
  /** Objects and memberships that were there before this page. */
  removals: number;
}

/** Counts that nothing was added to yet. */
export function noCounts(): PageCounts {
  return { people: 0, groups: 0, memberships: 0, things: 0, removals: 0 };
}
