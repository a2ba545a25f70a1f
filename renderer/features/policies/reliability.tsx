import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { PolicyFinding } from '../../../electron/contract/policy.ts';
import { policyFindingWords, relianceOf } from '../../../text/words/policy-words.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  verdict: { display: 'flex', alignItems: 'center', gap: '8px' },
  sound: { color: 'var(--lamp-green)' },
  known: { color: tokens.colorNeutralForeground2 },
  doubtful: { color: 'var(--lamp-amber)' },
  list: { margin: '4px 0 0', paddingLeft: '24px', listStyleType: 'none' },
});

const icons = {
  sound: CheckmarkCircle16Filled,
  known: Info16Regular,
  doubtful: Warning16Filled,
};

/** Whether a policy can rely on a group, in word and shape, and why not or what to note. */
export function Reliability({ findings }: { readonly findings: readonly PolicyFinding[] }) {
  const styles = useStyles();
  const { text, t } = useText();
  const reliance = relianceOf(findings);
  const Icon = icons[reliance];
  return (
    <div data-reliance={reliance}>
      <div className={styles.verdict}>
        <Icon className={styles[reliance]} aria-hidden="true" />
        {t(`policies:verdict.${reliance}`)}
      </div>
      {findings.length > 0 && (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <li key={finding.kind} data-finding={finding.kind}>
              {policyFindingWords(text, finding)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
