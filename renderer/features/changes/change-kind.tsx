import { makeStyles, tokens } from '@fluentui/react-components';
import {
  AddCircle16Regular,
  Edit16Regular,
  Rename16Regular,
  SubtractCircle16Regular,
} from '@fluentui/react-icons';
import type { ChangeKind } from '../../../electron/contract/comparison.ts';
import { useText } from '../../ui/use-text.ts';

const icons = {
  added: AddCircle16Regular,
  removed: SubtractCircle16Regular,
  renamed: Rename16Regular,
  changed: Edit16Regular,
} as const;

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'center', gap: '6px' },
  icon: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

/** What happened to something, as a shape and a word. */
export function ChangeKindWord({ change }: { readonly change: ChangeKind }) {
  const styles = useStyles();
  const { t } = useText();
  const Icon = icons[change];
  return (
    <span className={styles.box} data-change={change}>
      <Icon className={styles.icon} aria-hidden="true" />
      {t(`changes:change.${change}`)}
    </span>
  );
}
