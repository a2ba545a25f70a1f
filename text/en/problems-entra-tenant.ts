import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const notThere: ProblemText = {
  title: 'The connector is not installed in this tenant',
  cause:
    'It was never granted here, its enterprise application was deleted, or a grant of the last minutes has not arrived everywhere yet. A wrong cloud or a wrong tenant looks the same.',
  cure: 'If it was just granted, wait a minute or two and test again. Otherwise grant the permissions.',
  who: who.consentAdministrator,
};

const noTenantNamed: ProblemText = {
  title: 'Microsoft could not tell which tenant is meant',
  cause: 'The domain or tenant id is empty, misspelt or unknown in this cloud.',
  cure: 'Enter a verified domain or the tenant id of the customer.',
  who: who.you,
};

/** AADSTS numbers about which tenant, and in which cloud. */
export const entraTenantProblems = {
  ...same(['aadsts.700016', 'aadsts.700011', 'aadsts.7000229'], notThere),
  ...same(['aadsts.50059', 'aadsts.50128', 'aadsts.90019'], noTenantNamed),
  ...same(['aadsts.90002', 'aadsts.900023'], {
    title: 'This tenant was not found',
    cause:
      'The domain or id is misspelt, the domain was moved or removed, or the tenant belongs to another cloud. A change of the primary domain leaves the tenant id as it was.',
    cure: 'Check the spelling, or use the tenant id. For a customer in US Government (GCC High or DoD) or China (21Vianet) choose a connector of that cloud.',
    who: who.you,
  }),
  'aadsts.5000225': {
    title: 'Microsoft has blocked this tenant',
    cause:
      'It was not used for a long time, or its subscriptions have ended. Microsoft deletes such tenants later.',
    cure: 'Ask the customer whether they still use this tenant. If they do, their administrator can ask Microsoft support to unblock it. Granting again does not help.',
    who: who.customerAdministrator,
  },
  'aadsts.90038': {
    title: 'This tenant is in another cloud than the connector',
    cause: 'The cloud that Microsoft names for the tenant: {{cloud}}.',
    cure: 'Use a connector that is registered in that cloud.',
    who: who.you,
  },
  ...same(['aadsts.900382', 'aadsts.900383'], {
    title: 'The connector and this tenant are in different clouds',
    cause:
      'A connector that is registered in one Microsoft cloud cannot sign in to a tenant of another.',
    cure: 'Use a connector that is registered in the cloud of the customer: US Government (GCC High), US Government (DoD), China (21Vianet) or worldwide.',
    who: who.you,
  }),
  'aadsts.500011': {
    title: 'Microsoft Graph was not found in this tenant',
    cause: 'The Graph host belongs to another cloud, or the tenant does.',
    cure: 'Check which cloud the customer is in and use a connector of that cloud.',
    who: who.you,
  },
  'aadsts.500014': {
    title: 'Microsoft Graph is switched off in this tenant',
    cause:
      'The enterprise application of the API, not of the connector, is set to “Enabled for users to sign in?” No, or lacks a subscription.',
    cure: 'In the Entra portal, open Enterprise applications, choose Microsoft applications, open Microsoft Graph, then Properties, and enable it.',
    who: who.customerAdministrator,
  },
  'aadsts.500021': {
    title: 'The network does not let this tenant through',
    cause: 'A proxy with tenant restrictions stands between this computer and Microsoft.',
    cure: 'Have the tenant allowed there, or use another network.',
    who: who.networkAdministrator,
  },
  'aadsts.500212': {
    title: 'Your own tenant does not allow access to this customer',
    cause: 'The outbound cross-tenant access settings of your tenant.',
    cure: 'In your own Entra portal, under External Identities, Cross-tenant access settings, allow the customer in the outbound settings.',
    who: who.partnerAdministrator,
  },
  'aadsts.500213': {
    title: 'The customer does not let your account in',
    cause: 'The inbound cross-tenant access settings of the customer.',
    cure: 'In the customer’s Entra portal, under External Identities, Cross-tenant access settings, allow your tenant in the inbound settings. An account of the customer works without that.',
    who: who.customerAdministrator,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
