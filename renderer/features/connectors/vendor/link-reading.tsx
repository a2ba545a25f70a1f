import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import { Facts } from '../../../ui/facts.tsx';
import { useText } from '../../../ui/use-text.ts';
import { Row } from '../../../ui/row.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: '16px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What was parsed from a consent link, for a person to confirm. */
export function LinkReading({
  reading,
  onUse,
  onDrop,
}: {
  readonly reading: ConsentLinkReading;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const scope = reading.scopes.join(' ');
  const everything = scope === '' || scope.endsWith('/.default');
  return (
    <section className={styles.box} aria-label={t('vendor:link.title')}>
      <h2 className={styles.title}>{t('vendor:link.title')}</h2>
      <Facts
        facts={[
          { label: t('vendor:link.clientId'), value: <code>{reading.clientId}</code> },
          {
            label: t('vendor:link.cloud'),
            value: reading.clouds.map(({ label }) => label).join(' / '),
          },
          {
            label: t('vendor:link.scope'),
            value: everything ? t('vendor:link.everything') : scope,
          },
          {
            label: t('vendor:link.afterwards'),
            value: reading.redirectUri ?? t('vendor:link.nowhere'),
          },
          {
            label: t('vendor:link.tenant'),
            value: t('vendor:link.replaced', { tenant: reading.tenant }),
          },
        ]}
      />
      <Row gap={8}>
        <Button appearance="primary" onClick={onUse}>
          {t('vendor:link.use')}
        </Button>
        <Button onClick={onDrop}>{t('vendor:link.drop')}</Button>
      </Row>
    </section>
  );
}
