import { makeStyles, tokens } from '@fluentui/react-components';
import { hrefOf } from './router.ts';
import { useText } from './use-text.ts';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
  },
});

/** The link of a row in a long table, named by its target: a plain one, because there are many. */
export function RowLink({ path, name }: { readonly path: string; readonly name: string | null }) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <a className={styles.link} href={hrefOf(path)}>
      <bdi>{name === null || name === '' ? t('common:noName') : name}</bdi>
    </a>
  );
}
