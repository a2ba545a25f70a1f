import type { Outcome, StoreFile } from './ways.ts';

/** How Evergrant answers a damaged file. */
export interface Answer {
  /** The exit code of the command that lists the customers. */
  readonly exitCode: 0 | 5;
  /** The code of the refusal; null if Evergrant opens. */
  readonly code:
    | 'store.damaged'
    | 'store.ledgerMissing'
    | 'store.newerSchema'
    | 'store.readOnly'
    | null;
  /** What a window shows first: the usual screens, the screens below a banner, or only the refusal. */
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
 * What Evergrant answers, by file and by the outcome of the damage.
 *
 * With `whereRead`, a file that opens works until the damaged page is read. A ledger may also be refused
 * when it opens, if that page is read then.
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
