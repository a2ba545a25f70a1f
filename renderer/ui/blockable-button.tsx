import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { ButtonProps } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  box: { display: 'inline-flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  reason: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    maxWidth: '280px',
  },
});

type BlockableButtonProps = Pick<ButtonProps, 'appearance' | 'icon' | 'size'> & {
  readonly children: string;
  /** Why it is disabled, in a sentence; null when it is enabled. */
  readonly blocked: string | null;
  readonly onPress: () => void;
};

/** A button that says why it is disabled before it is pressed; it stays reachable by keyboard. */
export function BlockableButton({ children, blocked, onPress, ...button }: BlockableButtonProps) {
  const styles = useStyles();
  const reasonId = useId();
  // The dialog that it opened returns the focus to it.
  const focusBack = useRestoreFocusTarget();
  return (
    <span className={styles.box}>
      <Button
        {...focusBack}
        {...button}
        disabledFocusable={blocked !== null}
        aria-describedby={blocked === null ? undefined : reasonId}
        onClick={() => blocked === null && onPress()}
      >
        {children}
      </Button>
      {blocked !== null && (
        <span id={reasonId} className={styles.reason}>
          {blocked}
        </span>
      )}
    </span>
  );
}
