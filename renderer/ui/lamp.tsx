import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Look } from './status-shape.ts';

const useStyles = makeStyles({
  lamp: { flexShrink: 0, forcedColorAdjust: 'auto' },
  green: { color: 'var(--lamp-green)' },
  greyGreen: { color: 'var(--lamp-grey-green)' },
  blue: { color: 'var(--lamp-blue)' },
  amber: { color: 'var(--lamp-amber)' },
  red: { color: 'var(--lamp-red)' },
  grey: { color: 'var(--lamp-grey)' },
  turning: {
    transformOrigin: '50% 50%',
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** The indicator's shape. It has no label: the caller writes the words beside it. */
export function Lamp({ look, size = 16 }: { readonly look: Look; readonly size?: number }) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.lamp, styles[look.tone])}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <Drawing shape={look.shape} turningClass={styles.turning} />
    </svg>
  );
}

function Drawing({
  shape,
  turningClass,
}: {
  readonly shape: Look['shape'];
  readonly turningClass: string;
}) {
  const ring = { cx: 12, cy: 12, fill: 'none', stroke: 'currentColor' };
  switch (shape) {
    case 'solid':
      return <circle cx={12} cy={12} r={11} fill="currentColor" />;
    case 'outlined':
      return <circle {...ring} r={9} strokeWidth={4} />;
    case 'halfFilled':
      return (
        <>
          <circle {...ring} r={10} strokeWidth={2} />
          <path d="M2 12a10 10 0 0 0 20 0z" fill="currentColor" />
        </>
      );
    case 'turning':
      return (
        <g className={turningClass}>
          <circle {...ring} r={9.5} strokeWidth={3} opacity={0.3} />
          <path
            d="M12 2.5A9.5 9.5 0 0 1 21.5 12"
            fill="none"
            stroke="currentColor"
            strokeWidth={3}
            strokeLinecap="round"
          />
        </g>
      );
    case 'half':
      return (
        <>
          <path d="M12 2a10 10 0 0 1 0 20" fill="none" stroke="currentColor" strokeWidth={2} />
          <path d="M12 1a11 11 0 0 0 0 22z" fill="currentColor" />
        </>
      );
    case 'halfMarked':
      return (
        <g transform="scale(1.2)">
          <circle cx={9} cy={11} r={7.1} fill="none" stroke="currentColor" strokeWidth={1.8} />
          <path d="M9 3.1a7.9 7.9 0 0 0 0 15.8z" fill="currentColor" />
          <path
            d="M16.6 .8v6M13.600 3.8h6"
            fill="none"
            stroke="currentColor"
            strokeWidth={2}
            strokeLinecap="round"
          />
        </g>
      );
    case 'path':
      return (
        <g transform="scale(1.2)" fill="none" stroke="currentColor" strokeWidth={1.8}>
          <path d="M4.3 12.8V12a2 2 0 0 1 2-2h7.4a2 2 0 0 0 2-2V7" strokeLinecap="round" />
          <circle cx={4.3} cy={15.6} r={2.8} fill="currentColor" stroke="none" />
          <circle cx={15.7} cy={4.4} r={2.1} />
        </g>
      );
    case 'dotted':
      return (
        <circle
          {...ring}
          r={9.5}
          strokeWidth={4}
          strokeDasharray="0.1 7.36"
          strokeLinecap="round"
        />
      );
    case 'cross':
      return (
        <path
          d="M4.5 4.5l15 15M19.5 4.5l-15 15"
          stroke="currentColor"
          strokeWidth={4.5}
          strokeLinecap="round"
        />
      );
    case 'empty':
      return <circle {...ring} r={10.5} strokeWidth={1.75} />;
  }
}
