import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import { useText } from './use-text.ts';

/** One line of a list of facts. `copy` adds a button that copies the value. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly copy?: string;
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '8px',
    margin: 0,
    alignItems: 'center',
    alignContent: 'start',
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    overflowWrap: 'anywhere',
  },
});

/** Labels and values in a vertical list. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <dl className={styles.list}>
      {facts.map((fact) => [
        <dt key={`${fact.label} label`} className={styles.label}>
          {fact.label}
        </dt>,
        <dd key={`${fact.label} value`} className={styles.value}>
          <span>{fact.value}</span>
          {fact.copy !== undefined && (
            <CopyButton
              iconOnly
              appearance="subtle"
              label={t('common:copyNamed', { what: withinSentence(fact.label) })}
              value={() => fact.copy ?? ''}
            />
          )}
        </dd>,
      ])}
    </dl>
  );
}

/** A label in the middle of a sentence: only its first letter changes, so “ID” stays “ID”. */
function withinSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
