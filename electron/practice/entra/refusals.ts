import { AadstsError } from './aadsts-error.ts';

/** A tenant that nobody knows (entra-graph §3.2, as recorded on discovery). */
export function tenantNotFound(name: string): AadstsError {
  return new AadstsError({
    code: 90002,
    error: 'invalid_tenant',
    text:
      `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are ` +
      'signing into the correct cloud. Check with your subscription administrator, this may ' +
      'happen if there are no active subscriptions for the tenant.',
  });
}

/** An application that does not exist, or that another tenant keeps for itself. */
export function applicationNotFound(clientId: string, directory: string): AadstsError {
  return new AadstsError({
    code: 700016,
    error: 'unauthorized_client',
    text:
      `Application with identifier '${clientId}' was not found in the directory '${directory}'. ` +
      'This can happen if the application has not been installed by the administrator of the ' +
      'tenant or consented to by any user in the tenant.',
  });
}

/** A registration without a service principal in this tenant. */
export function principalMissing(clientId: string, tenantId: string): AadstsError {
  return new AadstsError({
    code: 7000229,
    error: 'invalid_client',
    text: `The client application ${clientId} is missing service principal in the tenant ${tenantId}.`,
  });
}

/** A service principal whose sign-in is switched off. */
export function applicationDisabled(clientId: string, name: string): AadstsError {
  return new AadstsError({
    code: 7000112,
    error: 'unauthorized_client',
    text: `Application '${clientId}'(${name}) is disabled.`,
  });
}

/**
 * The refusal of the customer whose connector broke with its primary domain. No Microsoft page says
 * that a domain change does this (entra-graph §9.1); what a technician meets is a principal that is
 * there and is refused all the same. So it is neither "not installed" (700016, 7000229), which would
 * look like a deletion, nor "disabled" (7000112), which a switch would cure.
 */
export function connectorRefused(clientId: string, name: string): AadstsError {
  return new AadstsError({
    code: 650056,
    error: 'invalid_client',
    text:
      'Misconfigured application. This could be due to one of the following: the client has not ' +
      `listed any permissions for '${name}' in the requested permissions in the client's ` +
      'application registration. Or, the admin has not consented in the tenant. Or, check the ' +
      'application identifier in the request to ensure it matches the configured client ' +
      `application identifier. Client app ID: ${clientId}.`,
  });
}

/** Nobody has consented to what is asked for, or it has not taken effect. */
export function notConsented(clientId: string, name: string): AadstsError {
  return new AadstsError({
    code: 65001,
    error: 'invalid_grant',
    suberror: 'consent_required',
    text:
      `The user or administrator has not consented to use the application with ID '${clientId}' ` +
      `named '${name}'. Send an interactive authorization request for this user and resource.`,
  });
}

/** A signed-in user who is not assigned to an application that requires it. */
export function notAssigned(clientId: string, name: string): AadstsError {
  return new AadstsError({
    code: 50105,
    error: 'interaction_required',
    text:
      `Your administrator has configured the application ${name} ('${clientId}') to block users ` +
      'unless they are specifically granted (assigned) access to the application. The signed-in ' +
      'user is blocked because they are not a direct member of a group with access, nor had ' +
      'access directly assigned by an administrator.',
  });
}

/** An account that is not of this tenant and does not reach it as a partner. */
export function accountOfAnotherDirectory(upn: string, tenantName: string): AadstsError {
  return new AadstsError({
    code: 50020,
    error: 'invalid_grant',
    text:
      `User account '${upn}' from another organization does not exist in tenant '${tenantName}' ` +
      'and cannot access the application in that tenant. The account needs to be added as an ' +
      'external user in the tenant first. Sign out and sign in again with a different account.',
  });
}

/** A partner's technician in a customer's tenant that has not authorised the application yet. */
export function notAuthorisedForPartners(clientId: string, tenantId: string): AadstsError {
  return new AadstsError({
    code: 90099,
    error: 'invalid_grant',
    text:
      `The application '${clientId}' has not been authorized in the tenant '${tenantId}'. ` +
      'Applications must be authorized to access the customer tenant before partner delegated ' +
      'administrators can use them.',
  });
}

/** A redirect address that the registration does not list. Never answered by a redirect. */
export function replyAddressMismatch(uri: string, clientId: string): AadstsError {
  return new AadstsError({
    code: 50011,
    error: 'invalid_request',
    text:
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs ` +
      `configured for the application '${clientId}'.`,
  });
}

/** A request that lacks a parameter. */
export function parameterMissing(name: string): AadstsError {
  return new AadstsError({
    code: 900144,
    error: 'invalid_request',
    text: `The request body must contain the following parameter: '${name}'.`,
  });
}

/** A scope that cannot be asked for. */
export function invalidScope(scope: string, why: string): AadstsError {
  return new AadstsError({
    code: 70011,
    error: 'invalid_scope',
    text: `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid. ${why}`,
  });
}

/** A resource that this tenant does not have: the wrong Graph host, mostly. */
export function resourceNotFound(resource: string, directory: string): AadstsError {
  return new AadstsError({
    code: 500011,
    error: 'invalid_resource',
    text: `The resource principal named ${resource} was not found in the tenant named ${directory}.`,
  });
}
