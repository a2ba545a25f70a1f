import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ComponentPropsWithoutRef } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap' },
  gap8: { gap: '8px' },
  gap12: { gap: '12px' },
  gap16: { gap: '16px' },
  start: { alignItems: 'flex-start' },
  center: { alignItems: 'center' },
  end: { alignItems: 'flex-end' },
});

/** Items side by side, wrapping if there is no room. */
export function Row({
  gap,
  align,
  ...given
}: Omit<ComponentPropsWithoutRef<'div'>, 'className'> & {
  /** The gap in px. */
  readonly gap: 8 | 12 | 16;
  /** By default, all are as tall as the tallest. */
  readonly align?: 'start' | 'center' | 'end';
}) {
  const styles = useStyles();
  return (
    <div
      {...given}
      className={mergeClasses(styles.row, styles[`gap${gap}`], align && styles[align])}
    />
  );
}
