import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Nesting } from '../../../electron/contract/nesting.ts';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { box, layOut } from './nesting-layout.ts';

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: '480px' },
  drawing: { display: 'block', margin: '0 auto' },
  arrow: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1.5px' },
  back: { strokeDasharray: '5 4' },
  tip: { fill: tokens.colorNeutralStrokeAccessible },
  box: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  own: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  name: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    textAnchor: 'middle',
    dominantBaseline: 'central',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  link: {
    cursor: 'pointer',
    ':hover text': { textDecorationLine: 'underline' },
  },
});

/** The groups around one group: those that contain it above, those in it below. Each opens at a press. */
export function NestingPicture({
  nesting,
  tenantId,
  groupId,
}: {
  readonly nesting: Nesting;
  readonly tenantId: string;
  readonly groupId: string;
}) {
  const styles = useStyles();
  const { t } = useText();
  const tipId = useId();
  const { width, height, groups, arrows } = layOut(nesting);
  return (
    <div className={styles.scroll}>
      <svg
        className={styles.drawing}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('groups:nesting.picture')}
      >
        <defs>
          <marker
            id={tipId}
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L8 4 L0 8 z" className={styles.tip} />
          </marker>
        </defs>
        {arrows.map(({ from, to, path, back }) => (
          <path
            key={`${from} ${to}`}
            d={path}
            className={mergeClasses(styles.arrow, back && styles.back)}
            markerEnd={`url(#${tipId})`}
          />
        ))}
        {groups.map(({ id, name, x, y }) => {
          const drawn = (
            <>
              <rect
                x={x}
                y={y}
                width={box.width}
                height={box.height}
                rx="6"
                className={mergeClasses(styles.box, id === groupId && styles.own)}
              />
              <text x={x + box.width / 2} y={y + box.height / 2} className={styles.name}>
                {shortened(name || t('common:noName'))}
              </text>
            </>
          );
          return id === groupId ? (
            <g key={id}>{drawn}</g>
          ) : (
            <a
              key={id}
              className={styles.link}
              href={hrefOf(paths.group(tenantId, id))}
              aria-label={name || t('common:noName')}
            >
              <title>{name}</title>
              {drawn}
            </a>
          );
        })}
      </svg>
    </div>
  );
}

/** The name as it fits into a box; the full name is the title. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= 20 ? name : `${letters.slice(0, 19).join('')}…`;
}
