import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular, Save16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { SetUp } from '../../../../electron/contract/set-up.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { useAction } from '../../../client/use-action.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { useSavedFile } from '../../../ui/use-saved-file.ts';
import { useText } from '../../../ui/use-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '24px', display: 'grid', gap: '18px', maxWidth: '90ch' },
  values: {
    display: 'flex',
    gap: '8px 12px',
    flexWrap: 'wrap',
    alignItems: 'center',
    marginTop: '6px',
  },
  value: { overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The clicks in the portal, in order, each with its value. */
export function ByHand({ setUp }: { readonly setUp: SetUp }) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const { id: setUpId, certificate, redirectUri, permissions } = setUp;
  const open = useAction(() => engine.setUps.openPage({ setUpId, page: 'create' }));
  const file = useSavedFile(() => engine.setUps.saveCertificate({ setUpId }));
  const namesOf = (type: 'delegated' | 'application') =>
    permissions.filter((one) => one.type === type).map(({ name }) => name);
  const value = (text: string, what: string): ReactNode => (
    <span className={styles.values}>
      <code className={styles.value}>{text}</code>
      <CopyButton
        iconOnly
        appearance="subtle"
        label={t('setUp:register.values', { what })}
        value={() => text}
      />
    </span>
  );
  return (
    <>
      <ol className={styles.list}>
        <li>
          {t('setUp:register.hand.create', { home: setUp.home })}
          <div className={styles.values}>
            <Button icon={<Open16Regular />} onClick={() => open.run(undefined)}>
              {t('setUp:register.open')}
            </Button>
          </div>
          {open.problem !== null && <ProblemCard problem={open.problem} />}
        </li>
        <li>
          {t('setUp:register.hand.name')} {value(setUp.name, t('setUp:register.name'))}
          {t('setUp:register.hand.audience')}
        </li>
        <li>
          {t('setUp:register.hand.redirect')}
          {value(redirectUri, t('setUp:register.redirectUri'))}
        </li>
        <li>
          {t('setUp:register.hand.certificate')}
          <div className={styles.values}>
            <Button icon={<Save16Regular />} onClick={() => !file.running && file.save()}>
              {t('setUp:register.saveCertificate')}
            </Button>
            <CopyButton label={t('setUp:register.copyCertificate')} value={() => certificate.pem} />
            <span role="status" className={styles.quiet}>
              {file.path !== null && t('setUp:register.saved', { path: file.path })}
            </span>
          </div>
          {file.problem !== null && <ProblemCard problem={file.problem} />}
          <p className={styles.quiet}>
            {t('setUp:register.hand.thumbprint')}{' '}
            <code className={styles.value}>{certificate.portalThumbprint}</code>
          </p>
        </li>
        <li>
          {t('setUp:register.hand.permissions')}
          <ul>
            <li>
              {t('setUp:register.hand.delegated')}{' '}
              {namesOf('delegated').map((name, index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  <code>{name}</code>
                  {name === 'User.Read' && ` (${t('setUp:register.hand.there')})`}
                </span>
              ))}
            </li>
            <li>
              {t('setUp:register.hand.application')}{' '}
              <code>{namesOf('application').join(', ')}</code>
            </li>
          </ul>
          <span className={styles.quiet}>{t('setUp:register.hand.noConsent')}</span>
        </li>
        <li>{t('setUp:register.hand.overview')}</li>
      </ol>
    </>
  );
}
