import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import type {
  RegistrationCheck,
  RegistrationReport,
} from '../../../../electron/contract/set-up.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { useAction } from '../../../client/use-action.ts';
import { registrationFix, registrationWords } from '../../../../text/words/registration-words.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import type { Look } from '../../../ui/status-shape.ts';
import { useText } from '../../../ui/use-text.ts';
import { Quiet } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    gap: '4px 20px',
    padding: '14px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  verdict: { display: 'inline-flex', gap: '8px', alignItems: 'center', alignSelf: 'start' },
  body: { display: 'grid', gap: '6px', justifyItems: 'start' },
  line: { margin: 0, overflowWrap: 'anywhere' },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

const looks: Readonly<Record<RegistrationCheck['verdict'], Look>> = {
  right: { shape: 'solid', tone: 'green' },
  wrong: { shape: 'cross', tone: 'red' },
  caution: { shape: 'half', tone: 'amber' },
  couldNotTell: { shape: 'dotted', tone: 'amber' },
};

/** Where each is fixed in the portal. */
const pageOf = {
  application: 'list',
  certificate: 'certificates',
  redirect: 'authentication',
  permissions: 'permissions',
  multiTenant: 'authentication',
  publisher: 'branding',
} as const;

/** A row for each check; for each failed one, the button that fixes it. */
export function CheckList({ report }: { readonly report: RegistrationReport }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {report.checks.map((check) => (
        <CheckRow key={check.kind} report={report} check={check} />
      ))}
    </ul>
  );
}

function CheckRow({
  report,
  check,
}: {
  readonly report: RegistrationReport;
  readonly check: RegistrationCheck;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const page = pageOf[check.kind];
  const open = useAction(() => engine.setUps.openPage({ profileId: report.profile.id, page }));
  const fix = registrationFix(text, check);
  return (
    <li className={styles.row} data-check={check.kind} data-verdict={check.verdict}>
      <span className={styles.verdict}>
        <Lamp look={looks[check.verdict]} />
        {t(`setUp:check.verdict.${check.verdict}`)}
      </span>
      <div className={styles.body}>
        <p className={styles.name}>{t(`setUp:check.kind.${check.kind}`)}</p>
        <p className={styles.line}>{registrationWords(text, check)}</p>
        {fix !== null && <Quiet>{fix}</Quiet>}
        {fix !== null && (
          <Button size="small" icon={<Open16Regular />} onClick={() => open.run(undefined)}>
            {t(`setUp:check.page.${check.kind}`)}
          </Button>
        )}
        {check.verdict === 'wrong' && check.kind === 'application' && (
          <Quiet>{t('setUp:check.startAgain')}</Quiet>
        )}
        {check.problem !== null && check.verdict !== 'couldNotTell' && (
          <ProblemCard
            problem={check.problem}
            tone="warning"
            context={[[t('ticket:tenantId'), report.tenantId]]}
          />
        )}
        {open.problem !== null && <ProblemCard problem={open.problem} />}
      </div>
    </li>
  );
}
