import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  PersonAvailable20Regular,
  ArrowCircleRight20Filled,
  SubtractCircle20Regular,
  Warning20Filled,
} from '@fluentui/react-icons';
import { stepsOf } from '../../../electron/contract/reset.ts';
import type { Reset, StepOutcome } from '../../../electron/contract/reset.ts';
import { outcomeWords, setbackWords, stepName } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { Card } from '../../ui/card.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '10px' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '12px' },
  current: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  green: { color: 'var(--lamp-green)' },
  amber: { color: 'var(--lamp-amber)' },
});

const icons = {
  done: CheckmarkCircle20Filled,
  confirmed: PersonAvailable20Regular,
  overridden: Warning20Filled,
  notNeeded: SubtractCircle20Regular,
} as const satisfies Readonly<Record<StepOutcome, unknown>>;

/** All steps in order: how each ended, the current one, and the remaining ones. */
export function StepList({
  reset,
  connector,
}: {
  readonly reset: Reset;
  readonly connector: ResetConnector;
}) {
  const styles = useStyles();
  const { text, t, time } = useText();
  return (
    <Card title={t('reset:steps')}>
      <ol className={styles.list}>
        {stepsOf[reset.purpose].map((step) => {
          const record = reset.steps.find((one) => one.step === step);
          const isNow = (reset.heldAt ?? reset.state) === step;
          const Icon = record
            ? icons[record.outcome]
            : isNow
              ? ArrowCircleRight20Filled
              : Circle20Regular;
          const tone =
            record?.outcome === 'done'
              ? styles.green
              : record?.outcome === 'overridden'
                ? styles.amber
                : undefined;
          return (
            <li
              key={step}
              className={styles.row}
              data-step={step}
              data-outcome={record?.outcome ?? (isNow ? 'now' : 'later')}
              aria-current={isNow ? 'step' : undefined}
            >
              <Icon className={tone} aria-hidden="true" />
              <span>
                <span className={isNow ? styles.current : undefined}>
                  {stepName(text, step, connector)}
                </span>
                {step === 'deletion' &&
                  reset.setbacks.map((setback) => (
                    <span key={setback.at} className={styles.quiet}>
                      <br />
                      {setbackWords(text, setback, time)}
                    </span>
                  ))}
                {record && (
                  <>
                    <br />
                    <span className={styles.quiet}>
                      {record.outcome === 'notNeeded'
                        ? outcomeWords(text, record)
                        : `${outcomeWords(text, record)}, ${time(record.at)}`}
                    </span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
