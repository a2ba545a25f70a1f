import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useText } from './use-text.ts';

type Outcome = 'idle' | 'copied' | 'failed';

/** Copies to the clipboard; says whether it worked, and if not, lets a person copy manually. */
export function useCopy(): { readonly outcome: Outcome; readonly copy: (value: string) => void } {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), 4000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (value: string) => {
    navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  return { outcome, copy };
}

const useStyles = makeStyles({
  box: { display: 'inline-flex', flexDirection: 'column', gap: '8px' },
  manual: { minWidth: '320px' },
});

/** A button that copies `value()`; it says "Copied" briefly, also to a screen reader. */
export function CopyButton({
  label,
  value,
  appearance = 'secondary',
  size,
  iconOnly = false,
}: {
  readonly label: string;
  readonly value: () => string;
  readonly appearance?: 'secondary' | 'subtle' | 'primary';
  readonly size?: 'small' | 'medium';
  readonly iconOnly?: boolean;
}) {
  const styles = useStyles();
  const { t } = useText();
  const { outcome, copy } = useCopy();
  const copied = outcome === 'copied';
  return (
    <span className={styles.box}>
      <Button
        appearance={appearance}
        size={size ?? (iconOnly ? 'small' : 'medium')}
        icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
        aria-label={label}
        title={iconOnly ? label : undefined}
        onClick={() => copy(value())}
      >
        {iconOnly ? undefined : copied ? t('common:copied') : label}
      </Button>
      <span role="status" className="visually-hidden">
        {copied ? t('common:copied') : ''}
      </span>
      {outcome === 'failed' && (
        <Field className={styles.manual} label={t('common:copyFailed')}>
          <Textarea readOnly value={value()} rows={iconOnly ? 1 : 6} />
        </Field>
      )}
    </span>
  );
}

/** Copies plain text for a ticket. */
export function CopyForTicket({
  value,
  appearance = 'secondary',
  size = 'medium',
}: {
  readonly value: () => string;
  readonly appearance?: 'secondary' | 'subtle';
  readonly size?: 'small' | 'medium';
}) {
  const { t } = useText();
  return (
    <CopyButton
      label={t('common:copyForTicket')}
      value={value}
      appearance={appearance}
      size={size}
    />
  );
}
