import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { MouseEvent } from 'react';
import type { Profile } from '../../electron/contract/profile.ts';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { useEngine, useHost, useHostFollowed } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { usePath } from '../ui/router.ts';
import { SubjectProvider } from '../ui/subject.ts';
import { useText } from '../ui/use-text.ts';
import { OfflineNotice, PracticeBanner, SetAsideNotice } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Notices } from './notices.tsx';
import { Navigation } from './navigation.tsx';
import { placeOf } from './routes.tsx';

const useStyles = makeStyles({
  frame: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  // Positioned, so that absolutely placed content scrolls with it and not with the window.
  main: { position: 'relative', flexGrow: 1, minWidth: 0, overflowY: 'auto', outline: 'none' },
  alone: { maxWidth: '960px', margin: '0 auto', paddingTop: '6vh', boxSizing: 'border-box' },
  skip: {
    position: 'absolute',
    left: '8px',
    top: '-60px',
    zIndex: 10,
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: '8px' },
  },
});

/** The frame: banners, navigation, and the screen of the address. */
export function Shell({
  profiles,
  tenants,
}: {
  readonly profiles: readonly Profile[];
  readonly tenants: readonly TenantRow[];
}) {
  const styles = useStyles();
  const { t } = useText();
  const host = useHost();
  useHostFollowed();
  const path = usePath();
  const engine = useEngine();
  const tickets = useQuery({ queryKey: keys.tickets(), queryFn: () => engine.tickets.list() });
  const main = useRef<HTMLElement>(null);
  const alone = profiles.length === 0 && host.workspace === 'real';
  const place = placeOf(path, { tenants, firstRun: alone, rehearsal: host.practiceReset });
  const tenant = tenants.find(({ tenantId }) => tenantId === place.tenantId) ?? null;
  const subject = {
    tenant,
    profile: profiles.find(({ id }) => id === tenant?.profileId) ?? null,
    servicePrincipalId: null,
    account: null,
    practice: host.workspace === 'practice',
    ticket: tickets.data?.find(({ tenantId }) => tenantId === tenant?.tenantId)?.ticket ?? null,
  };
  // The new file has only what was synced since: once that is every customer, nothing is left to do.
  const isUnsynced = tenants.some(({ lastSync }) => lastSync?.state !== 'finished');
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" onClick={skip}>
        {t('common:skipToContent')}
      </a>
      {host.workspace === 'practice' && <PracticeBanner />}
      {host.online === false && <OfflineNotice />}
      {host.setAside && isUnsynced && <SetAsideNotice setAside={host.setAside} />}
      <Notices />
      <div className={styles.body}>
        {!alone && (
          <Navigation section={place.section} tenantId={place.tenantId} tenants={tenants} />
        )}
        <main
          id="content"
          className={mergeClasses(styles.main, alone && styles.alone)}
          ref={main}
          tabIndex={-1}
        >
          <SubjectProvider value={subject}>
            <ErrorBoundary key={path}>{place.screen}</ErrorBoundary>
          </SubjectProvider>
        </main>
      </div>
    </div>
  );
}
