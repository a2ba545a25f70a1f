import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentPropsWithRef } from 'react';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '20px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  narrow: { maxWidth: '560px' },
  middle: { maxWidth: '640px' },
  wide: { maxWidth: '720px' },
});

/** A form that is the whole content of a screen. */
export function FormCard({
  width,
  ...given
}: Omit<ComponentPropsWithRef<'form'>, 'className'> & {
  readonly width: 'narrow' | 'middle' | 'wide';
}) {
  const styles = useStyles();
  return <form {...given} className={mergeClasses(styles.form, styles[width])} />;
}
