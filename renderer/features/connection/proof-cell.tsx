import { makeStyles, tokens } from '@fluentui/react-components';
import type { Proof } from '../../../electron/contract/grant.ts';
import { describeProblem } from '../../../text/words/problem-text.ts';
import { Lamp } from '../../ui/lamp.tsx';
import { checkLook, verdictLook } from '../../ui/status-shape.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  cell: { display: 'grid', gap: '4px' },
  outcome: { display: 'inline-flex', gap: '8px', alignItems: 'center', whiteSpace: 'nowrap' },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '26ch',
  },
});

/** One proof: its outcome, its time, and why it didn't pass. */
export function ProofCell({
  proof,
  onRecord = false,
}: {
  readonly proof: Proof;
  /** Only the tenant's record is available as evidence: never drawn solid. */
  readonly onRecord?: boolean;
}) {
  const styles = useStyles();
  const { text, t, clock } = useText();
  const why = proof.problem === null ? null : describeProblem(text, proof.problem).meaning;
  const code = proof.problem?.raw?.code;
  return (
    <div className={styles.cell}>
      <span className={styles.outcome}>
        <Lamp look={onRecord ? checkLook('onRecord') : verdictLook(proof.outcome)} size={12} />
        {t(`status:outcome.${proof.outcome}`)}
      </span>
      {proof.at !== null && (
        <time className={styles.quiet} dateTime={proof.at}>
          {clock(proof.at)}
        </time>
      )}
      {why !== null && (
        <span className={styles.quiet}>
          {why}
          {code !== undefined && ` (${code})`}
        </span>
      )}
    </div>
  );
}
