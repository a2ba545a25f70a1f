import type { GrantStatus, Verdict } from '../../electron/contract/grant.ts';
import type { CheckKind } from '../../text/words/check-words.ts';

/** The shapes of the indicator: each status is distinguishable without its color. */
export type Shape =
  | 'solid'
  | 'outlined'
  | 'halfFilled'
  | 'turning'
  | 'half'
  /** Half, with a mark beside it. */
  | 'halfMarked'
  /** Three steps of a path. */
  | 'path'
  | 'dotted'
  | 'cross'
  | 'empty';

/** The indicator's colors by meaning. */
export type Tone = 'green' | 'greyGreen' | 'blue' | 'amber' | 'red' | 'grey';

/** How a status is drawn. */
export interface Look {
  readonly shape: Shape;
  readonly tone: Tone;
}

const looks: Record<GrantStatus['kind'], Look> = {
  granted: { shape: 'solid', tone: 'green' },
  onRecord: { shape: 'halfFilled', tone: 'greyGreen' },
  consenting: { shape: 'turning', tone: 'blue' },
  propagating: { shape: 'turning', tone: 'blue' },
  partial: { shape: 'half', tone: 'amber' },
  couldNotTell: { shape: 'dotted', tone: 'amber' },
  excessive: { shape: 'halfMarked', tone: 'amber' },
  broken: { shape: 'cross', tone: 'red' },
  notGranted: { shape: 'empty', tone: 'red' },
  resetting: { shape: 'path', tone: 'blue' },
  removed: { shape: 'empty', tone: 'grey' },
  unknown: { shape: 'empty', tone: 'grey' },
};

/** Shape and color of a status. Solid green only if the evidence is fresh. */
export function lookOf(status: Pick<GrantStatus, 'kind' | 'stale'>): Look {
  return status.kind === 'granted' && status.stale
    ? { shape: 'outlined', tone: 'green' }
    : looks[status.kind];
}

/** Shape and color of one permission's verdict, or of one proof. */
export function verdictLook(verdict: Verdict | 'notTried'): Look {
  switch (verdict) {
    case 'proven':
      return { shape: 'solid', tone: 'green' };
    case 'missing':
      return { shape: 'cross', tone: 'red' };
    case 'couldNotTell':
      return { shape: 'dotted', tone: 'amber' };
    case 'notTried':
      return { shape: 'empty', tone: 'grey' };
  }
}

/**
 * Shape and color of a permission's row. One that is only on record, or works for one person, is never solid.
 */
export function checkLook(kind: CheckKind): Look {
  return kind === 'onRecord' || kind === 'worksForOne'
    ? { shape: 'halfFilled', tone: 'greyGreen' }
    : verdictLook(kind);
}
