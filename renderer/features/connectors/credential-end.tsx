import { makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { Profile } from '../../../electron/contract/profile.ts';
import { credentialEndWords, credentialState } from '../../../text/words/credential-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  icon: { flexShrink: 0 },
  fine: { color: 'var(--lamp-grey)' },
  soon: { color: 'var(--lamp-amber)' },
  missing: { color: 'var(--lamp-amber)' },
  expired: { color: 'var(--lamp-red)' },
});

const icons = {
  fine: CheckmarkCircle16Regular,
  soon: Warning16Filled,
  missing: Warning16Filled,
  expired: ErrorCircle16Filled,
};

/** When a connector's credential expires, in words, shape and color. */
export function CredentialEnd({
  profile,
}: {
  readonly profile: Pick<Profile, 'owner' | 'credential'>;
}) {
  const styles = useStyles();
  const { text } = useText();
  const now = useNow();
  const state = credentialState(profile, now);
  const Icon = icons[state];
  return (
    <span className={styles.line} data-credential={state}>
      <Icon className={mergeClasses(styles.icon, styles[state])} aria-hidden="true" />
      {credentialEndWords(text, profile, now)}
    </span>
  );
}
