import type { ReactNode } from 'react';
import type { HostInfo } from '../../electron/contract/contract.ts';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { AccountsPage } from '../features/accounts/accounts-page.tsx';
import { ActivityPage } from '../features/activity/activity-page.tsx';
import { BackupPage } from '../features/backup/backup-page.tsx';
import { ChangesPage } from '../features/changes/changes-page.tsx';
import { ConnectionPage } from '../features/connection/connection-page.tsx';
import { CustomersPage } from '../features/customers/customers-page.tsx';
import { DoctorPage } from '../features/doctor/doctor-page.tsx';
import { ForgetPage } from '../features/forget-customer/forget-page.tsx';
import { GroupPage } from '../features/groups/group-page.tsx';
import { GroupsPage } from '../features/groups/groups-page.tsx';
import { ImportPage } from '../features/import-customers/import-page.tsx';
import { PartnerPage } from '../features/partner-customers/partner-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';
import { PersonPage } from '../features/people/person-page.tsx';
import { PoliciesPage } from '../features/policies/policies-page.tsx';
import { PractiseResetPage } from '../features/practise-reset/practise-reset-page.tsx';
import { ResetPage } from '../features/reset/reset-page.tsx';
import { TakeOverPage } from '../features/reset/take-over-page.tsx';
import { WelcomePage } from '../features/welcome/welcome-page.tsx';
import { segmentsOf } from './segments.ts';
import { setUpScreen } from './set-up-screen.tsx';
import { connectorScreen } from './connector-screen.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** A section of the navigation. */
export type Section =
  | 'customers'
  | 'groups'
  | 'people'
  | 'policies'
  | 'connectors'
  | 'activity'
  | 'accounts'
  | 'backup'
  | 'practiseReset';

/** The screen at an address. */
export interface Place {
  readonly section: Section | null;
  readonly tenantId: string | null;
  readonly screen: ReactNode;
}

/** Finds the screen of an address. Every screen of another customer or object is a new one: its state is not kept. */
export function placeOf(
  path: string,
  given: {
    readonly tenants: readonly TenantRow[];
    readonly firstRun: boolean;
    /** The customer with whom Practice rehearses the reset. */
    readonly rehearsal: HostInfo['practiceReset'];
  },
): Place {
  const { tenants, firstRun, rehearsal } = given;
  const segments = segmentsOf(path);
  const nowhere: Place = { section: null, tenantId: null, screen: <NotFoundPage key={path} /> };
  if (segments === null && !firstRun) return nowhere;
  const [first = '', second, third, fourth] = segments ?? [];
  if (first === 'connectors' && (second !== undefined || !firstRun)) {
    const screen = setUpScreen(path, second, third) ?? connectorScreen(path, second, third);
    return screen === null ? nowhere : { section: 'connectors', tenantId: null, screen };
  }
  if (first === 'backup') {
    return {
      section: 'backup',
      tenantId: null,
      screen: <BackupPage key="backup" firstRun={firstRun} />,
    };
  }
  if (first === 'practise-reset') {
    const practised = tenants.find(({ tenantId }) => tenantId === rehearsal?.tenantId);
    const screen =
      practised === undefined ? (
        <PractiseResetPage key="practiseReset" />
      ) : (
        <ResetPage key={path} tenant={practised} purpose="reset" />
      );
    return { section: 'practiseReset', tenantId: practised?.tenantId ?? null, screen };
  }
  if (firstRun) return { section: null, tenantId: null, screen: <WelcomePage key="welcome" /> };

  if (first === 'partner') {
    return { section: 'customers', tenantId: null, screen: <PartnerPage key="partner" /> };
  }
  if (first === 'import') {
    return { section: 'customers', tenantId: null, screen: <ImportPage key="import" /> };
  }
  if (first === 'take-over') {
    return { section: 'customers', tenantId: null, screen: <TakeOverPage key="take-over" /> };
  }
  const tenant = tenants.find(({ tenantId }) => tenantId === second);
  if (first === 'forget') {
    // The page stays when its customer is gone: it says so.
    const page = <ForgetPage key={path} tenant={tenant ?? null} />;
    return { section: 'customers', tenantId: tenant?.tenantId ?? null, screen: page };
  }
  if (second !== undefined && tenant === undefined) return nowhere;
  const tenantId = tenant?.tenantId ?? null;
  const place = (section: Section, screen: ReactNode): Place => ({ section, tenantId, screen });

  switch (first) {
    case '':
    case 'customers':
      if (tenant !== undefined && third === 'cause') {
        return place('customers', <DoctorPage key={path} tenant={tenant} />);
      }
      if (tenant !== undefined && third === 'reset') {
        return place('customers', <ResetPage key={path} tenant={tenant} purpose="reset" />);
      }
      if (tenant !== undefined && third === 'off-board') {
        return place('customers', <ResetPage key={path} tenant={tenant} purpose="offBoard" />);
      }
      if (third !== undefined && third !== 'already') return nowhere;
      return tenant === undefined
        ? place('customers', <CustomersPage key="customers" tenants={tenants} />)
        : place(
            'customers',
            <ConnectionPage
              key={tenant.tenantId}
              tenantId={tenant.tenantId}
              already={third === 'already'}
            />,
          );
    case 'groups':
      return tenant !== undefined && third !== undefined
        ? place('groups', <GroupPage key={path} tenant={tenant} groupId={third} />)
        : place('groups', <GroupsPage key={path} tenants={tenants} tenantId={tenantId} />);
    case 'changes': {
      if (tenant === undefined || (third === undefined) !== (fourth === undefined)) return nowhere;
      const chosen = third && fourth ? { from: third, to: fourth } : null;
      return place('groups', <ChangesPage key={path} tenant={tenant} chosen={chosen} />);
    }
    case 'people':
      return tenant !== undefined && third !== undefined
        ? place('people', <PersonPage key={path} tenant={tenant} personId={third} />)
        : place('people', <PeoplePage key={path} tenants={tenants} tenantId={tenantId} />);
    case 'policies':
      return place('policies', <PoliciesPage key={path} tenants={tenants} tenantId={tenantId} />);
    case 'activity':
      return place('activity', <ActivityPage key={path} tenants={tenants} tenantId={tenantId} />);
    case 'accounts':
      return place('accounts', <AccountsPage key="accounts" tenants={tenants} />);
    default:
      return nowhere;
  }
}
