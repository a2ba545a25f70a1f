import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentPropsWithoutRef } from 'react';

const useStyles = makeStyles({
  words: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  measure80: { maxWidth: '80ch' },
  measure90: { maxWidth: '90ch' },
});

type WordsProps = Omit<ComponentPropsWithoutRef<'p'>, 'className'> & {
  /** The maximum line length, in characters; by default, the available width. */
  readonly measure?: 80 | 90;
};

/** A paragraph that takes its spacing from its container. */
export function Words({ measure, ...given }: WordsProps) {
  const styles = useStyles();
  return (
    <p {...given} className={mergeClasses(styles.words, measure && styles[`measure${measure}`])} />
  );
}

/** A secondary, explanatory paragraph. */
export function Quiet({ measure, ...given }: WordsProps) {
  const styles = useStyles();
  return (
    <p
      {...given}
      className={mergeClasses(styles.words, styles.quiet, measure && styles[`measure${measure}`])}
    />
  );
}
