import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const notThere: ProblemText = {
  title: 'The connector isn’t installed in this tenant',
  cause:
    'It was never granted in this tenant, its enterprise application was deleted, or a grant from the last few minutes hasn’t taken effect everywhere yet. A wrong cloud or a wrong tenant looks the same.',
  cure: 'If it was just granted, wait a minute or two and test again. Otherwise, grant the permissions.',
  who: who.consentAdministrator,
};

const noTenantNamed: ProblemText = {
  title: 'Microsoft couldn’t determine the tenant',
  cause: 'The domain or tenant ID is empty or misspelled, or doesn’t exist in this cloud.',
  cure: 'Enter a verified domain or the tenant ID of the customer.',
  who: who.you,
};

/** AADSTS numbers about the tenant and its cloud. */
export const entraTenantProblems = {
  ...same(['aadsts.700016', 'aadsts.700011', 'aadsts.7000229'], notThere),
  ...same(['aadsts.50059', 'aadsts.50128', 'aadsts.90019'], noTenantNamed),
  ...same(['aadsts.90002', 'aadsts.900023'], {
    title: 'Microsoft didn’t find this tenant',
    cause:
      'The domain or ID is misspelled, the domain was moved or removed, or the tenant is in another cloud. A new primary domain doesn’t change the tenant ID.',
    cure: 'Check the spelling, or use the tenant ID. For a customer in US Government (GCC High or DoD) or China (21Vianet), choose a connector in that cloud.',
    who: who.you,
  }),
  'aadsts.5000225': {
    title: 'Microsoft has blocked this tenant',
    cause:
      'It wasn’t used for a long time, or its subscriptions have ended. Microsoft later deletes such tenants.',
    cure: 'Ask the customer whether they still use this tenant. If they do, their administrator can ask Microsoft support to unblock it. Granting again won’t help.',
    who: who.customerAdministrator,
  },
  'aadsts.90038': {
    title: 'This tenant is in a different cloud than the connector',
    cause: 'Microsoft reports this cloud for the tenant: {{cloud}}.',
    cure: 'Use a connector that is registered in that cloud.',
    who: who.you,
  },
  ...same(['aadsts.900382', 'aadsts.900383'], {
    title: 'The connector and this tenant are in different clouds',
    cause:
      'A connector that is registered in one Microsoft cloud can’t sign in to a tenant in another.',
    cure: 'Use a connector that is registered in the customer’s cloud: US Government (GCC High), US Government (DoD), China (21Vianet) or worldwide.',
    who: who.you,
  }),
  'aadsts.500011': {
    title: 'Microsoft Graph wasn’t found in this tenant',
    cause: 'The Graph host or the tenant belongs to another cloud.',
    cure: 'Check which cloud the customer is in, and use a connector in that cloud.',
    who: who.you,
  },
  'aadsts.500014': {
    title: 'Microsoft Graph is disabled in this tenant',
    cause:
      '“Enabled for users to sign in?” is set to No on the enterprise application of the API (not of the connector), or the tenant has no subscription for the API.',
    cure: 'In the Entra portal, open Enterprise applications, choose Microsoft applications, open Microsoft Graph, then Properties, and enable it.',
    who: who.customerAdministrator,
  },
  'aadsts.500021': {
    title: 'The network blocks this tenant',
    cause: 'A proxy with tenant restrictions is between this computer and Microsoft.',
    cure: 'Have the tenant allowed on that proxy, or use another network.',
    who: who.networkAdministrator,
  },
  'aadsts.500212': {
    title: 'Your own tenant doesn’t allow access to this customer',
    cause: 'Your tenant’s outbound cross-tenant access settings block it.',
    cure: 'In your own Entra portal, under External Identities, Cross-tenant access settings, allow the customer in the outbound settings.',
    who: who.partnerAdministrator,
  },
  'aadsts.500213': {
    title: 'The customer’s tenant doesn’t let your account in',
    cause: 'The customer’s inbound cross-tenant access settings block it.',
    cure: 'In the customer’s Entra portal, under External Identities, Cross-tenant access settings, allow your tenant in the inbound settings. One of the customer’s own accounts works without that.',
    who: who.customerAdministrator,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
