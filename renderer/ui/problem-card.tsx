import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemLinks } from '../../text/words/problem-links.ts';
import { describeProblem, rawFacts } from '../../text/words/problem-text.ts';
import { problemTicket } from '../../text/reports/ticket.ts';
import { CopyForTicket } from './copy-button.tsx';
import { Facts } from './facts.tsx';
import { placeOf, useSubject } from './subject.ts';
import { useText } from './use-text.ts';
import { Quiet, Words } from './words.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  error: { color: 'var(--lamp-red)' },
  warning: { color: 'var(--lamp-amber)' },
  body: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  sentence: { margin: 0 },
  steps: {
    margin: 0,
    paddingInlineStart: '20px',
    display: 'grid',
    gap: '6px',
    overflowWrap: 'anywhere',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center', marginTop: '4px' },
});

/**
 * A failure in actionable sentences: what it means, the likely cause, what to do, who can do it; Microsoft's
 * pages that help; the raw code on request.
 */
export function ProblemCard({
  problem,
  heading,
  tone = 'error',
  context = [],
  steps,
  after,
  children,
}: {
  readonly problem: Problem;
  /** Shown before the meaning, for example "The customer was not added". */
  readonly heading?: string;
  readonly tone?: 'error' | 'warning';
  /** Ticket lines with more detail than the screen's subject. */
  readonly context?: readonly (readonly [label: string, value: string])[];
  /** The steps to take, if a screen knows more than the problem's own sentence. */
  readonly steps?: readonly string[];
  /** Shown below the steps. */
  readonly after?: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const [open, setOpen] = useState(false);
  const words = describeProblem(text, problem);
  const subject = useSubject();
  const place = placeOf(subject);
  const links = place === null ? [] : problemLinks(text, problem, place);
  const Icon = tone === 'error' ? ErrorCircle20Filled : Warning20Filled;
  return (
    <div className={styles.card} role={tone === 'error' ? 'alert' : undefined}>
      <Icon className={styles[tone]} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.title}>
          {heading === undefined ? words.meaning : `${heading}: ${words.meaning}`}
        </p>
        {steps === undefined && words.cure !== null && <Words>{words.cure}</Words>}
        {steps !== undefined && (
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        {after !== undefined && <Quiet>{after}</Quiet>}
        {words.cause !== null && <Quiet>{words.cause}</Quiet>}
        {words.who !== null && <Quiet>{words.who}</Quiet>}
        <div className={styles.row}>
          {children}
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('common:hideDetails') : t('common:details')}
          </Button>
          <CopyForTicket
            appearance="subtle"
            size="small"
            value={() => problemTicket(text, problem, Date.now(), subject, context)}
          />
          {links.map(({ label, url }) => (
            <Link key={url} href={url} target="_blank" rel="noreferrer">
              {label}
            </Link>
          ))}
        </div>
        {open && (
          <Facts facts={rawFacts(text, problem).map(([label, value]) => ({ label, value }))} />
        )}
      </div>
    </div>
  );
}
