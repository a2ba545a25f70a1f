import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DataAge } from '../../electron/contract/directory.ts';
import { problemFrom } from '../client/problem-from.ts';
import { AgeNote } from './age-note.tsx';
import type { AgedCustomer } from './ages-button.tsx';
import { ProblemCard } from './problem-card.tsx';
import { useText } from './use-text.ts';
import type { ListWindow, Windowed } from './use-windows.ts';
import { Row } from './row.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px', flexGrow: 1, minHeight: '360px' },
  under: {
    display: 'flex',
    gap: '4px 24px',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    minHeight: '32px',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Why a part of a long list is missing, and the button that fetches it again. */
export function FoundProblem({ found }: { readonly found: Windowed<ListWindow<unknown>> }) {
  const { t } = useText();
  if (found.error === null) return null;
  return (
    <ProblemCard problem={problemFrom(found.error)}>
      <Button size="small" onClick={found.again}>
        {t('common:retry')}
      </Button>
    </ProblemCard>
  );
}

/**
 * A searched list: search and filters, the number of matches, the data's age, and the table or why there is
 * none.
 */
export function FoundList({
  found,
  tools,
  matches,
  nothing,
  ages,
  customers,
  children,
}: {
  readonly found: Windowed<ListWindow<unknown>>;
  readonly tools: ReactNode;
  /** The number of matches in words; shown once it is known. */
  readonly matches: string;
  /** Replaces the table when nothing matches. */
  readonly nothing: string;
  /** Omitted if the page itself shows the data's age. */
  readonly ages?: readonly DataAge[];
  /** Names of the customers that the ages belong to, if more than one is searched. */
  readonly customers?: readonly AgedCustomer[];
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { t } = useText();
  const known = found.first !== undefined;
  return (
    <div className={styles.list}>
      <Row gap={12} align="center">
        {tools}
      </Row>
      <FoundProblem found={found} />
      <div className={styles.under}>
        <strong role="status">
          {known ? matches : found.error === null && t('common:loading')}
        </strong>
        {known && ages !== undefined && <AgeNote ages={ages} customers={customers} />}
      </div>
      {known && found.total === 0 ? <p className={styles.quiet}>{nothing}</p> : children}
    </div>
  );
}
