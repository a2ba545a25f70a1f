import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Archive20Regular,
  ArrowReset20Regular,
  Building20Regular,
  History20Regular,
  PeopleTeam20Regular,
  Person20Regular,
  PersonKey20Regular,
  PlugConnected20Regular,
  ShieldTask20Regular,
} from '@fluentui/react-icons';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { useHost } from '../client/engine-context.tsx';
import { EnterPractice } from '../ui/enter-practice.tsx';
import { hrefOf, paths } from '../ui/router.ts';
import { useText } from '../ui/use-text.ts';
import { CustomerSwitcher } from './customer-switcher.tsx';
import type { Section } from './route.ts';

const useStyles = makeStyles({
  side: {
    width: '232px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '20px 12px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  top: { display: 'flex', flexDirection: 'column', gap: '16px' },
  product: {
    padding: '0 12px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  practice: { marginTop: 'auto', display: 'grid', justifyItems: 'start', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '9px 12px',
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: '3px solid transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    // A transparent border is drawn in forced colors.
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
});

const icons = {
  customers: Building20Regular,
  groups: PeopleTeam20Regular,
  people: Person20Regular,
  policies: ShieldTask20Regular,
  connectors: PlugConnected20Regular,
  activity: History20Regular,
  accounts: PersonKey20Regular,
  backup: Archive20Regular,
  practiseReset: ArrowReset20Regular,
};

/** The navigation between sections; it keeps the chosen customer. */
export function Navigation({
  section,
  tenantId,
  tenants,
}: {
  readonly section: Section | null;
  readonly tenantId: string | null;
  readonly tenants: readonly TenantRow[];
}) {
  const styles = useStyles();
  const { t } = useText();
  const { practiceReset, workspace } = useHost();
  const addresses: readonly (readonly [Section, string])[] = [
    ['customers', paths.customers()],
    ['groups', paths.groups(tenantId)],
    ['people', paths.people(tenantId)],
    ['policies', paths.policies(tenantId)],
    ['connectors', paths.connectors()],
    ['activity', paths.activity(tenantId)],
    ['accounts', paths.accounts()],
    ['backup', paths.backup()],
    ...(practiceReset === undefined ? [] : ([['practiseReset', paths.practiseReset()]] as const)),
  ];
  return (
    <div className={styles.side}>
      <header className={styles.top}>
        <span className={styles.product}>{t('common:product')}</span>
        {tenants.length > 0 && (
          <CustomerSwitcher
            section={section ?? 'customers'}
            tenantId={tenantId}
            tenants={tenants}
          />
        )}
      </header>
      <nav aria-label={t('shell:navigation')}>
        <ul className={styles.list}>
          {addresses.map(([name, path]) => {
            const Icon = icons[name];
            const current = name === section;
            return (
              <li key={name}>
                <a
                  href={hrefOf(path)}
                  className={mergeClasses(styles.link, current && styles.current)}
                  aria-current={current ? 'page' : undefined}
                >
                  <Icon aria-hidden="true" />
                  {t(`shell:${name}`)}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      {workspace === 'real' && (
        <div className={styles.practice}>
          <EnterPractice appearance="subtle" label={t('shell:practice.enter')} />
        </div>
      )}
    </div>
  );
}
