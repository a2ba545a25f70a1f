import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ResetState } from '../../../electron/contract/reset.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useHost } from '../../client/engine-context.tsx';
import { customerName } from '../../../text/words/customer-name.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useText } from '../../ui/use-text.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '20px 24px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: '4px solid #8a63d2',
    backgroundColor: tokens.colorNeutralBackground1,
    // In a narrow window the coach comes before the step that it explains.
    '@media (max-width: 1050px)': { order: -1 },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: 0, maxWidth: '80ch' },
  quiet: { color: tokens.colorNeutralForeground2 },
  who: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  label: { width: '100%', color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: 'anywhere' },
});

/** What the coach says at each state of the reset. */
const saying = {
  vendor: 'vendor',
  evidence: 'working',
  removal: 'working',
  deletion: 'deletion',
  settling: 'settling',
  granting: 'granting',
  vendorGrant: 'vendor',
  handedOver: 'handedOver',
  testing: 'working',
  syncing: 'working',
  finished: 'finished',
  abandoned: 'abandoned',
} as const satisfies Readonly<Partial<Record<ResetState, string>>>;

/** Whether a state requires acting as the invented administrator. */
const asAdministrator: ReadonlySet<ResetState | null> = new Set([null, 'deletion', 'granting']);

/** Beside the rehearsal's current step: what has happened, what to do, and as whom. Only in Practice. */
export function CoachCard({
  tenant,
  state,
}: {
  readonly tenant: TenantRow;
  /** Null: the reset has not started. */
  readonly state: ResetState | null;
}) {
  const styles = useStyles();
  const { t } = useText();
  const { practiceReset } = useHost();
  if (practiceReset?.tenantId !== tenant.tenantId) return null;
  const { administrator, domain } = practiceReset;
  const before = tenant.status.kind === 'granted' ? 'again' : 'before';
  const words = { customer: customerName(tenant), domain };
  return (
    <section className={styles.card} aria-label={t('practise:coach.title')}>
      <h2 className={styles.title}>{t('practise:coach.title')}</h2>
      <Words measure={80}>
        {t(`practise:coach.${state === null ? before : saying[state]}`, words)}
      </Words>
      {asAdministrator.has(state) && (
        <div className={styles.who}>
          <span className={styles.label}>{t('practise:coach.administrator')}</span>
          <strong className={styles.name}>{administrator}</strong>
          <CopyButton iconOnly label={t('practise:coach.copy')} value={() => administrator} />
        </div>
      )}
      <p className={mergeClasses(styles.words, styles.quiet)}>{t('practise:coach.nothingReal')}</p>
    </section>
  );
}
