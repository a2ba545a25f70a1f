import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Diagnosis } from '../../../electron/contract/doctor.ts';
import type { GrantStatus } from '../../../electron/contract/grant.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { problemLinks } from '../../../text/words/problem-links.ts';
import { rawFacts } from '../../../text/words/problem-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { placeOf, useSubject } from '../../ui/subject.ts';
import { useText } from '../../ui/use-text.ts';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  answer: {
    display: 'grid',
    gap: '8px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/**
 * The evidence of the verdict. If there is a verdict, Microsoft's answer is shown unchanged: its own advice
 * beside the cure would be a second one. If there is none, the reason says what to do.
 */
export function Evidence({
  found,
  status,
}: {
  readonly found: Diagnosis;
  readonly status: GrantStatus;
}) {
  const { refusal } = found.test;
  if (found.verdict === 'couldNotTell') {
    const reasons = refusal === null ? status.reasons : [refusal];
    return reasons.map((reason) => (
      <ProblemCard
        key={`${reason.code} ${JSON.stringify(reason.params)}`}
        problem={reason}
        tone="warning"
      />
    ));
  }
  return refusal && <Answer problem={refusal} />;
}

function Answer({ problem }: { readonly problem: Problem }) {
  const styles = useStyles();
  const { text, t } = useText();
  const place = placeOf(useSubject());
  const links = place === null ? [] : problemLinks(text, problem, place);
  return (
    <div className={styles.answer} role="group" aria-label={t('doctor:evidence')}>
      <p className={styles.title}>{t('doctor:evidence')}</p>
      <Facts facts={rawFacts(text, problem).map(([label, value]) => ({ label, value }))} />
      {links.length > 0 && (
        <Row gap={12}>
          {links.map(({ label, url }) => (
            <Link key={url} href={url} target="_blank" rel="noreferrer">
              {label}
            </Link>
          ))}
        </Row>
      )}
    </div>
  );
}
