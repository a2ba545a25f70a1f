import { AccountsPage } from '../features/accounts/accounts-page.tsx';
import { ActivityPage } from '../features/activity/activity-page.tsx';
import { BackupPage } from '../features/backup/backup-page.tsx';
import { ChangesPage } from '../features/changes/changes-page.tsx';
import { GroupPage } from '../features/groups/group-page.tsx';
import { GroupsPage } from '../features/groups/groups-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';
import { PersonPage } from '../features/people/person-page.tsx';
import { PoliciesPage } from '../features/policies/policies-page.tsx';
import { PractiseResetPage } from '../features/practise-reset/practise-reset-page.tsx';
import { ResetPage } from '../features/reset/reset-page.tsx';
import { WelcomePage } from '../features/welcome/welcome-page.tsx';
import { connectorRoutes } from './connector-routes.tsx';
import { customerRoutes } from './customer-routes.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { route } from './route.ts';
import type { Place, Route, Surroundings } from './route.ts';

const practisedOf = ({ tenants, rehearsal }: Surroundings) =>
  tenants.find(({ tenantId }) => tenantId === rehearsal?.tenantId);

const directoryRoutes: readonly Route[] = [
  route({
    path: '/groups',
    section: 'groups',
    screen: ({ tenants }) => <GroupsPage tenants={tenants} tenantId={null} />,
  }),
  route({
    path: '/groups/:tenant',
    section: 'groups',
    screen: ({ tenants, tenant }) => <GroupsPage tenants={tenants} tenantId={tenant.tenantId} />,
  }),
  route({
    path: '/groups/:tenant/:group',
    section: 'groups',
    screen: ({ tenant, group }) => <GroupPage tenant={tenant} groupId={group} />,
  }),
  route({
    path: '/changes/:tenant',
    section: 'groups',
    screen: ({ tenant }) => <ChangesPage tenant={tenant} chosen={null} />,
  }),
  route({
    path: '/changes/:tenant/:from/:to',
    section: 'groups',
    screen: ({ tenant, from, to }) => <ChangesPage tenant={tenant} chosen={{ from, to }} />,
  }),
  route({
    path: '/people',
    section: 'people',
    screen: ({ tenants }) => <PeoplePage tenants={tenants} tenantId={null} />,
  }),
  route({
    path: '/people/:tenant',
    section: 'people',
    screen: ({ tenants, tenant }) => <PeoplePage tenants={tenants} tenantId={tenant.tenantId} />,
  }),
  route({
    path: '/people/:tenant/:person',
    section: 'people',
    screen: ({ tenant, person }) => <PersonPage tenant={tenant} personId={person} />,
  }),
  route({
    path: '/policies',
    section: 'policies',
    screen: ({ tenants }) => <PoliciesPage tenants={tenants} tenantId={null} />,
  }),
  route({
    path: '/policies/:tenant',
    section: 'policies',
    screen: ({ tenants, tenant }) => <PoliciesPage tenants={tenants} tenantId={tenant.tenantId} />,
  }),
];

const routes: readonly Route[] = [
  ...customerRoutes,
  ...directoryRoutes,
  ...connectorRoutes,
  route({
    path: '/activity',
    section: 'activity',
    screen: ({ tenants }) => <ActivityPage tenants={tenants} tenantId={null} />,
  }),
  route({
    path: '/activity/:tenant',
    section: 'activity',
    screen: ({ tenants, tenant }) => <ActivityPage tenants={tenants} tenantId={tenant.tenantId} />,
  }),
  route({
    path: '/accounts',
    section: 'accounts',
    screen: ({ tenants }) => <AccountsPage tenants={tenants} />,
  }),
  route({
    path: '/backup',
    section: 'backup',
    atFirstRun: true,
    screen: ({ firstRun }) => <BackupPage firstRun={firstRun} />,
  }),
  route({
    path: '/practise-reset',
    section: 'practiseReset',
    atFirstRun: true,
    whose: practisedOf,
    screen: (around) => {
      const practised = practisedOf(around);
      if (practised === undefined) return <PractiseResetPage />;
      return <ResetPage tenant={practised} purpose="reset" />;
    },
  }),
];

/** Finds the screen of an address. */
export function placeOf(path: string, around: Surroundings): Place {
  for (const find of routes) {
    const place = find(path, around);
    if (place !== null) return place;
  }
  const screen = around.firstRun ? <WelcomePage /> : <NotFoundPage />;
  return { section: null, tenantId: null, screen };
}
