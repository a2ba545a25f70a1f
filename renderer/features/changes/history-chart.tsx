import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import { useText } from '../../ui/use-text.ts';
import { counted, drawSeries, seriesOf } from './history-series.ts';
import type { Counted } from './history-series.ts';

const size = { width: 280, height: 64 };

const useStyles = makeStyles({
  charts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: '24px',
  },
  chart: { margin: 0, display: 'grid', gap: '4px', minWidth: 0 },
  caption: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  label: { color: tokens.colorNeutralForeground3 },
  drawing: { width: '100%', height: `${size.height}px`, display: 'block' },
  line: {
    fill: 'none',
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2px',
    strokeLinejoin: 'round',
    vectorEffect: 'non-scaling-stroke',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  bar: {
    fill: tokens.colorNeutralForeground4,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
});

/** Groups, people and memberships over the stored syncs, and how much changed at each. */
export function HistoryChart({ history }: { readonly history: readonly KeptSync[] }) {
  const styles = useStyles();
  return (
    <div className={styles.charts}>
      {counted.map((what) => (
        <Series key={what} history={history} what={what} />
      ))}
    </div>
  );
}

function Series({
  history,
  what,
}: {
  readonly history: readonly KeptSync[];
  readonly what: Counted;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const series = seriesOf(history, what);
  const { line, bars } = drawSeries(series, size);
  const count = (at: number) => number(series.at(at)?.count ?? 0);
  const words = t('changes:history.chart', {
    what: t(`changes:tab.${what}`),
    count: series.length,
    first: count(0),
    last: count(-1),
  });
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.label}>{t(`changes:tab.${what}`)}</span>
        <span className={styles.number}>{count(-1)}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={words}
        className={styles.drawing}
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
      >
        {bars.map(({ id, ...bar }) => (
          <rect key={id} className={styles.bar} {...bar} />
        ))}
        <polyline className={styles.line} points={line} />
      </svg>
    </figure>
  );
}
