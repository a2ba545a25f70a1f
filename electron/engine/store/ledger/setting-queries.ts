import { z } from 'zod';
import type { SettingStore } from '../../kernel/settings/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const jsonText = z.string().transform((text): unknown => JSON.parse(text));

/** Settings that are stored with the data. A key that was never written reads as null. */
export function createSettingQueries(database: Database): Synchronous<SettingStore> {
  const read = database.prepare('SELECT value FROM setting WHERE key = ?').pluck();
  const write = database.prepare(
    `INSERT INTO setting (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  return {
    read: (key) => jsonText.nullable().parse(read.get(key) ?? null),
    write: (key, value) => {
      write.run(key, JSON.stringify(value));
    },
  };
}
