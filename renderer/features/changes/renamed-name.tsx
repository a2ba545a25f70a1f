import { makeStyles, tokens } from '@fluentui/react-components';
import { RowLink } from '../../ui/row-link.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({ was: { color: tokens.colorNeutralForeground3 } });

/** The name of something that changed, with its previous name; a link as long as it exists. */
export function RenamedName({
  before,
  after,
  path,
}: {
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
  /** Null when it was deleted. */
  readonly path: string | null;
}) {
  const styles = useStyles();
  const { t } = useText();
  const name = after ?? before ?? '';
  return (
    <>
      {path === null ? (
        <bdi>{name || t('common:noName')}</bdi>
      ) : (
        <RowLink path={path} name={name} />
      )}
      {before != null && after != null && before !== after && (
        <span className={styles.was}> {t('changes:was', { name: before })}</span>
      )}
    </>
  );
}
