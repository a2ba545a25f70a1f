import { graphAppId, graphPermissions } from '../graph/permission-catalog.ts';
import { invalidScope, resourceNotFound } from './refusals.ts';

const openIdScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** A `scope` parameter, read. */
export interface AskedScopes {
  /** `{resource}/.default`: everything that is registered or granted. */
  readonly isDefault: boolean;
  /** Delegated permissions of Graph by name, without the OpenID ones. */
  readonly names: readonly string[];
  readonly openId: readonly string[];
}

/**
 * Reads a `scope` parameter: bare names mean Graph, and so do the cloud's own Graph address and
 * Graph's application id as prefix (entra-graph §1.2).
 *
 * Throws AADSTS500011 for another resource, AADSTS70011 for an unknown name or for `.default`
 * beside names.
 */
export function readScopes(scope: string, graphBaseUrl: string, directory: string): AskedScopes {
  const asked = new Set(scope.split(/\s+/).filter((one) => one !== ''));
  const openId: string[] = [];
  const names: string[] = [];
  let isDefault = false;
  for (const one of asked) {
    const name = withoutResource(one, graphBaseUrl, directory);
    if (openIdScopes.has(name)) openId.push(name);
    else if (name === '.default') isDefault = true;
    else names.push(knownName(name));
  }
  if (isDefault && names.length > 0) {
    throw invalidScope(scope, '.default scope cannot be combined with resource-specific scopes.');
  }
  return { isDefault, names, openId };
}

function withoutResource(scope: string, graphBaseUrl: string, directory: string): string {
  for (const resource of [graphBaseUrl, graphAppId]) {
    if (scope.startsWith(`${resource}/`))
      return scope.slice(resource.length + 1).replace(/^\//, '');
  }
  const slash = scope.lastIndexOf('/');
  if (slash >= 0) throw resourceNotFound(scope.slice(0, slash), directory);
  return scope;
}

function knownName(name: string): string {
  const found = graphPermissions.find(
    ({ type, value }) => type === 'delegated' && value.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) throw invalidScope(name, 'It does not exist on the resource.');
  return found.value;
}
