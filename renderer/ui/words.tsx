import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentPropsWithoutRef } from 'react';

const useStyles = makeStyles({
  words: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  measure80: { maxWidth: '80ch' },
  measure90: { maxWidth: '90ch' },
});

type WordsProps = Omit<ComponentPropsWithoutRef<'p'>, 'className'> & {
  /** The longest line, in characters; without it, as long as there is room. */
  readonly measure?: 80 | 90;
};

/** A paragraph whose distances are those of what holds it. */
export function Words({ measure, ...given }: WordsProps) {
  const styles = useStyles();
  return (
    <p {...given} className={mergeClasses(styles.words, measure && styles[`measure${measure}`])} />
  );
}

/** A paragraph that explains, in the background. */
export function Quiet({ measure, ...given }: WordsProps) {
  const styles = useStyles();
  return (
    <p
      {...given}
      className={mergeClasses(styles.words, styles.quiet, measure && styles[`measure${measure}`])}
    />
  );
}
