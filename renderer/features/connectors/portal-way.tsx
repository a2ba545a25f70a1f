import { Link, makeStyles } from '@fluentui/react-components';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useText } from '../../ui/use-text.ts';
import { Quiet } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'start' },
});

/**
 * The registration's page of certificates and secrets: its address if known, and the clicks that lead to it.
 */
export function PortalWay({ name, url }: { readonly name: string; readonly url: string | null }) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.box}>
      {url !== null && (
        <Row gap={16} align="center">
          <Link href={url} target="_blank" rel="noreferrer">
            {t('connectors:registered.portal')}
          </Link>
          <CopyButton
            appearance="subtle"
            label={t('connectors:registered.copyPortal')}
            value={() => url}
          />
        </Row>
      )}
      <Quiet measure={90}>{t('connectors:registered.way', { name })}</Quiet>
    </div>
  );
}
