import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useHost } from '../../client/engine-context.tsx';
import { customerName } from '../../../text/words/customer-name.ts';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px 24px',
    flexWrap: 'wrap',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: '4px solid #8a63d2',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { flexGrow: 1, flexBasis: '320px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
});

/** On the first screen of Practice: offers the reset rehearsal while its customer still needs one. */
export function PractiseOffer({ tenants }: { readonly tenants: readonly TenantRow[] }) {
  const styles = useStyles();
  const { t } = useText();
  const { practiceReset } = useHost();
  const tenant = tenants.find(({ tenantId }) => tenantId === practiceReset?.tenantId);
  if (tenant === undefined || tenant.status.kind === 'granted') return null;
  return (
    <section className={styles.card} aria-label={t('practise:offer.title')}>
      <div className={styles.words}>
        <h2 className={styles.title}>{t('practise:offer.title')}</h2>
        <p className={styles.body}>
          {t('practise:offer.body', { customer: customerName(tenant) })}
        </p>
      </div>
      <Button onClick={() => go(paths.practiseReset())}>{t('practise:button')}</Button>
    </section>
  );
}
