import { makeStyles, tokens } from '@fluentui/react-components';
import type { GroupRow } from '../../../electron/contract/directory.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  mark: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/**
 * How many direct members are known. If the list may be incomplete, it says so; it never shows a plain zero.
 */
export function MemberCount({
  group,
}: {
  readonly group: Pick<GroupRow, 'directMembers' | 'incomplete'>;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  if (!group.incomplete) return <>{number(group.directMembers)}</>;
  return (
    <>
      {group.directMembers > 0 && `${number(group.directMembers)} · `}
      <span className={styles.mark}>{t('groups:incomplete')}</span>
    </>
  );
}
