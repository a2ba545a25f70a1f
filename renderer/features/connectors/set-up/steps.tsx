import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { hrefOf } from '../../../ui/router.ts';
import { useText } from '../../../ui/use-text.ts';

/** The steps of a set-up, in order. */
const steps = ['name', 'register', 'check'] as const;
export type SetUpStep = (typeof steps)[number];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 32px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    color: tokens.colorNeutralForeground2,
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: 'grid',
    placeItems: 'center',
    width: '26px',
    height: '26px',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  filled: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorBrandBackground}`,
  },
});

/** The current step of the set-up. */
export function Steps({
  current,
  back = {},
}: {
  readonly current: SetUpStep;
  /** Where the previous steps can be viewed again. */
  readonly back?: Partial<Readonly<Record<SetUpStep, string>>>;
}) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <ol className={styles.list} aria-label={t('setUp:steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={mergeClasses(styles.step, step === current && styles.current)}
          aria-current={step === current ? 'step' : undefined}
        >
          <span
            className={mergeClasses(styles.number, step === current && styles.filled)}
            aria-hidden="true"
          >
            {index + 1}
          </span>
          <StepName step={step} path={back[step]} />
        </li>
      ))}
    </ol>
  );
}

function StepName({ step, path }: { readonly step: SetUpStep; readonly path: string | undefined }) {
  const { t } = useText();
  const name = t(`setUp:steps.${step}`);
  return path === undefined ? name : <Link href={hrefOf(path)}>{name}</Link>;
}
