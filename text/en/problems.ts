import { backupProblems } from './problems-backup.ts';
import { connectionProblems } from './problems-connection.ts';
import { credentialProblems } from './problems-credential.ts';
import { entraAccountProblems } from './problems-entra-account.ts';
import { entraConsentProblems } from './problems-entra-consent.ts';
import { entraCredentialProblems } from './problems-entra-credential.ts';
import { entraPolicyProblems } from './problems-entra-policy.ts';
import { entraRegistrationProblems } from './problems-entra-registration.ts';
import { entraServiceProblems } from './problems-entra-service.ts';
import { entraTenantProblems } from './problems-entra-tenant.ts';
import { customersProblems } from './problems-customers.ts';
import { exportProblems } from './problems-export.ts';
import { graphProblems } from './problems-graph.ts';
import { hostProblems } from './problems-host.ts';
import { identityProblems } from './problems-identity.ts';
import { partnerProblems } from './problems-partner.ts';
import { ownProblems } from './problems-own.ts';
import { resetProblems } from './problems-reset.ts';
import { setUpProblems } from './problems-set-up.ts';
import { storeProblems } from './problems-store.ts';
import { vendorProblems } from './problems-vendor.ts';

/** English sentences of every problem code, by code. */
export const problems = {
  ...ownProblems,
  ...identityProblems,
  ...connectionProblems,
  ...setUpProblems,
  ...resetProblems,
  ...credentialProblems,
  ...vendorProblems,
  ...customersProblems,
  ...partnerProblems,
  ...hostProblems,
  ...entraConsentProblems,
  ...entraRegistrationProblems,
  ...entraCredentialProblems,
  ...entraTenantProblems,
  ...entraAccountProblems,
  ...entraPolicyProblems,
  ...entraServiceProblems,
  ...graphProblems,
  ...storeProblems,
  ...exportProblems,
  ...backupProblems,
} as const;
