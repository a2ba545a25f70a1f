import type { Outcome, StoreFile } from './ways.ts';

/** How Evergrant answers a damaged file. */
export interface Answer {
  /** The exit code of a command that lists the customers. */
  readonly exitCode: 0 | 5;
  /** The code of the refusal; null where Evergrant opens. */
  readonly code:
    | 'store.damaged'
    | 'store.ledgerMissing'
    | 'store.newerSchema'
    | 'store.readOnly'
    | null;
  /** What a window shows first: its usual screens, those under a banner, or only the refusal. */
  readonly window: 'screens' | 'banner' | 'refusal';
}

const fine: Answer = { exitCode: 0, code: null, window: 'screens' };
const replaced: Answer = { exitCode: 0, code: null, window: 'banner' };
const refused = (code: NonNullable<Answer['code']>): Answer => ({
  exitCode: 5,
  code,
  window: 'refusal',
});

/**
 * What Evergrant answers, by the file and by what its damage comes to.
 *
 * With `whereRead` a file that opens is fine until the damaged page is read; until then a ledger may be
 * refused as well, where that page is read on opening.
 */
export const answers = {
  'ledger.db': {
    fine,
    missing: refused('store.ledgerMissing'),
    unusable: refused('store.damaged'),
    whereRead: refused('store.damaged'),
    notReadable: refused('store.readOnly'),
    newer: refused('store.newerSchema'),
  },
  'directory.db': {
    fine,
    missing: replaced,
    unusable: replaced,
    whereRead: fine,
    notReadable: refused('store.readOnly'),
    newer: refused('store.newerSchema'),
  },
} as const satisfies Readonly<Record<StoreFile, Readonly<Record<Outcome, Answer>>>>;
