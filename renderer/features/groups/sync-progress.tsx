import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SyncRun } from '../../../electron/contract/sync.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { paceOf, shareRead, timeLeft, totalOf } from './sync-pace.ts';
import { Quiet, Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  counts: { display: 'flex', gap: '32px', flexWrap: 'wrap', margin: 0 },
  count: { display: 'grid' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground3 },
});

const counted = ['users', 'groups', 'memberships', 'devices', 'contacts'] as const;

/** A running sync: what is being read, the counts, the rate, the wait that Microsoft asked for. */
export function SyncProgress({ run }: { readonly run: SyncRun }) {
  const styles = useStyles();
  const { t, number, duration } = useText();
  const now = useNow(1000);
  const [first] = useState({ at: now, total: totalOf(run) });
  const wait = run.waitingUntil === null ? 0 : Date.parse(run.waitingUntil) - now;
  const rate = paceOf(first, { at: now, total: totalOf(run) });
  const share = shareRead(run);
  const left = wait > 0 ? null : timeLeft(run, now);
  const parts = [
    t('groups:sync.elapsed', { duration: duration(now - Date.parse(run.startedAt)) }),
    ...(rate === null ? [] : [t('groups:sync.rate', { rate: number(rate) })]),
    ...(left === null ? [] : [t('groups:sync.left', { duration: duration(left) })]),
    t('groups:sync.requests', { count: run.requests, formatted: number(run.requests) }),
  ];
  const phase = t(`groups:sync.phase.${run.phase}`);
  return (
    <>
      <Words role="status">{phase}</Words>
      <ProgressBar aria-label={t('groups:sync.title')} {...(share !== null && { value: share })} />
      <dl className={styles.counts}>
        {counted.map((name) => (
          <div key={name} className={styles.count}>
            <dt className={styles.label}>{t(`groups:sync.counts.${name}`)}</dt>
            <dd className={styles.number}>{number(run.counts[name])}</dd>
          </div>
        ))}
      </dl>
      <Quiet>{parts.join(' · ')}</Quiet>
      <Quiet>{t(`groups:sync.membershipsBy.${run.membershipsBy}`)}</Quiet>
      {wait > 0 && (
        <Words role="status">{t('groups:sync.waiting', { duration: duration(wait) })}</Words>
      )}
    </>
  );
}
