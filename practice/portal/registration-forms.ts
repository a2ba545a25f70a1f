import type { Hono } from 'hono';
import type { Page } from '../pages/page.ts';
import { sendPage } from '../pages/send-page.ts';
import type { WorldStore } from '../world/world-store.ts';
import { authenticationPage } from './authentication-page.ts';
import { credentialsPage } from './credentials-page.ts';
import { permissionsPage } from './permissions-page.ts';
import {
  changeAuthentication,
  changeCredentials,
  changePermissions,
  FormComplaint,
} from './registration-changes.ts';
import type { RegistrationVisits, Shown } from './registration-visit.ts';

/** "Authentication". */
export function addAuthenticationRoutes(
  app: Hono,
  one: string,
  store: WorldStore,
  { about, changing }: RegistrationVisits,
): void {
  const showAuthentication = (shown: Shown, complaint: string | null): Page =>
    authenticationPage(
      shown.navigation,
      shown.registration,
      shown.visit.tenant,
      shown.form,
      complaint,
    );
  app.get(`${one}/authentication`, (context) =>
    about(context, '/authentication', async (shown) =>
      sendPage(context, showAuthentication(shown, null)),
    ),
  );
  app.post(`${one}/authentication`, (context) =>
    changing(context, '/authentication', async (shown, returned) => {
      const complaint = complaintOf(() =>
        store.change(() => changeAuthentication(shown.registration, returned)),
      );
      if (complaint !== null) return await sendPage(context, showAuthentication(shown, complaint));
      return context.redirect(context.req.path, 303);
    }),
  );
}

/** "Certificates & secrets". */
export function addCredentialRoutes(
  app: Hono,
  one: string,
  store: WorldStore,
  { about, changing }: RegistrationVisits,
): void {
  const showCredentials = (shown: Shown, complaint: string | null, secret: string | null): Page =>
    credentialsPage(shown.navigation, shown.registration, shown.form, { complaint, secret });
  app.get(`${one}/credentials`, (context) =>
    about(context, '/credentials', async (shown) =>
      sendPage(context, showCredentials(shown, null, null)),
    ),
  );
  app.post(`${one}/credentials`, (context) =>
    changing(context, '/credentials', async (shown, returned) => {
      let secret: string | null = null;
      const complaint = complaintOf(() => {
        secret = store.change(() =>
          changeCredentials(shown.registration, returned, store.clock.now()),
        );
      });
      if (complaint === null && secret === null) return context.redirect(context.req.path, 303);
      return await sendPage(context, showCredentials(shown, complaint, secret));
    }),
  );
}

/** "API permissions". */
export function addPermissionRoutes(
  app: Hono,
  one: string,
  store: WorldStore,
  { about, changing }: RegistrationVisits,
): void {
  app.get(`${one}/permissions`, (context) =>
    about(context, '/permissions', async ({ navigation, registration, form }) =>
      sendPage(context, permissionsPage(navigation, registration, form, null)),
    ),
  );
  app.post(`${one}/permissions`, (context) =>
    changing(context, '/permissions', async ({ navigation, registration, form }, returned) => {
      const complaint = complaintOf(() =>
        store.change(() => changePermissions(registration, returned)),
      );
      if (complaint === null) return context.redirect(context.req.path, 303);
      return await sendPage(context, permissionsPage(navigation, registration, form, complaint));
    }),
  );
}

function complaintOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof FormComplaint) return error.message;
    throw error;
  }
}
