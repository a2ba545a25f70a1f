/** Settings that are stored with the data (freshness limit, cache life), by key. Values are JSON. */
export interface SettingStore {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}
