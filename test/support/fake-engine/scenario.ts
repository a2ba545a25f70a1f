/** What the fake engine plays, chosen by `?scenario=`. */
export const scenarios = [
  'fleet',
  'firstRun',
  'noCustomers',
  'practice',
  'offline',
  'syncing',
  'syncingLists',
  'syncingWaits',
  'syncingElsewhere',
  'lateRows',
  'neverSynced',
  'nothingMarked',
  'told',
  'replacing',
  'credentialEnds',
  'locked',
  'noKeeper',
  'refused',
] as const;
export type Scenario = (typeof scenarios)[number];

/** The scenario of an address's query; the fleet where none is named. */
export function scenarioOf(search: string): Scenario {
  const name = new URLSearchParams(search).get('scenario');
  return scenarios.find((scenario) => scenario === name) ?? 'fleet';
}
