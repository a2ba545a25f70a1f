import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'start' },
  row: { display: 'flex', gap: '16px', alignItems: 'center', flexWrap: 'wrap' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
});

/** The registration's page of certificates and secrets: its address where that is known, and the way by clicks. */
export function PortalWay({ name, url }: { readonly name: string; readonly url: string | null }) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.box}>
      {url !== null && (
        <div className={styles.row}>
          <Link href={url} target="_blank" rel="noreferrer">
            {t('connectors:registered.portal')}
          </Link>
          <CopyButton
            appearance="subtle"
            label={t('connectors:registered.copyPortal')}
            value={() => url}
          />
        </div>
      )}
      <p className={styles.line}>{t('connectors:registered.way', { name })}</p>
    </div>
  );
}
