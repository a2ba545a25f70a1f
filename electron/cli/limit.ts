import { InvalidArgumentError } from 'commander';
import type { Translate } from '../../text/create-text.ts';

/** The engine serves windows of at most this many rows. */
const windowSize = 200;

/** Reads the value of `--limit`: a whole number, 1 or more. */
export function limitParser(t: Translate): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1) return number;
    throw new InvalidArgumentError(t('cli:groups.limitInvalid'));
  };
}

/** Reads one window after another until there are `limit` rows or no more. */
export async function readWindows<T, W extends { readonly total: number; readonly rows: T[] }>(
  limit: number,
  ask: (window: { readonly offset: number; readonly limit: number }) => Promise<W>,
): Promise<W> {
  const first = await ask({ offset: 0, limit: Math.min(windowSize, limit) });
  const rows = [...first.rows];
  while (rows.length < Math.min(limit, first.total)) {
    const wanted = Math.min(windowSize, limit - rows.length);
    const next = await ask({ offset: rows.length, limit: wanted });
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}
