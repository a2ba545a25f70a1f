import { z } from 'zod';
import { chosenWay } from '../../../contract/consent-way.ts';
import type { ChosenWay } from '../../../contract/consent-way.ts';
import type { Millis } from '../ports.ts';
import type { SettingStore } from './store.ts';

const hourMs: Millis = 60 * 60_000;

/** Settings that are stored with the data, each with its default. */
export interface Settings {
  /** How long a test supports the solid green status. Default 24 hours. */
  freshnessMs(): Promise<Millis>;
  /** How long finished syncs are stored for comparison. Default 90 days. */
  historyMs(): Promise<Millis>;
  /** How the last consent was opened. Default: in the default browser. */
  consentWay(): Promise<ChosenWay>;
  keepConsentWay(chosen: ChosenWay): Promise<void>;
}

/** An unreadable value falls back to the default, so a setting never blocks the work. */
const freshness = z
  .number()
  .int()
  .min(hourMs)
  .max(30 * 24 * hourMs)
  .catch(24 * hourMs);

const history = z
  .number()
  .int()
  .min(24 * hourMs)
  .max(3 * 366 * 24 * hourMs)
  .catch(90 * 24 * hourMs);

const way = chosenWay.catch({ way: 'myBrowser', browser: null });

/** Makes the settings. */
export function createSettings(store: SettingStore): Settings {
  return {
    freshnessMs: async () => freshness.parse(await store.read('freshnessMs')),
    historyMs: async () => history.parse(await store.read('historyMs')),
    consentWay: async () => way.parse(await store.read('consentWay')),
    keepConsentWay: (chosen) => store.write('consentWay', chosen),
  };
}
