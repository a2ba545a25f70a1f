import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { GrantStatus } from '../../electron/contract/grant.ts';
import { statusWords } from '../../text/words/status-words.ts';
import { Lamp } from './lamp.tsx';
import { lookOf } from './status-shape.ts';
import { useNow } from './use-now.ts';
import { useText } from './use-text.ts';

const useStyles = makeStyles({
  row: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: 0,
    verticalAlign: 'middle',
  },
  big: {
    gap: '20px',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  attention: { color: 'var(--lamp-amber)', flexShrink: 0 },
});

/** The indicator of a connection: shape, color and always the words. */
export function StatusIndicator({
  status,
  size = 'small',
}: {
  readonly status: GrantStatus;
  readonly size?: 'small' | 'large';
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const now = useNow();
  const words = statusWords(text, status, now);
  const needsAttention = status.attention.length > 0 && status.kind !== 'excessive';
  return (
    <span
      className={mergeClasses(styles.row, size === 'large' && styles.big)}
      data-status={status.kind}
      data-stale={status.stale}
    >
      <Lamp look={lookOf(status)} size={size === 'large' ? 56 : 16} />
      <span>{words}</span>
      {needsAttention && (
        <Warning16Filled
          className={styles.attention}
          role="img"
          aria-hidden={false}
          aria-label={t('status:attention')}
        />
      )}
    </span>
  );
}
