import { guid } from '../../contract/ids.ts';
import { tidyPasted } from '../../contract/pasted.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { unwrapLink } from './unwrap-link.ts';

/** The parts of an admin-consent link. */
export interface ConsentLinkParts {
  readonly clientId: string;
  readonly form: 'v2' | 'v1' | 'short';
  readonly scopes: readonly string[];
  readonly redirectUri: string | null;
  readonly tenant: string;
}

/**
 * Parses an admin-consent link of Microsoft's sign-in.
 *
 * Errors: `consentLink.signIn`, `consentLink.otherPage`, `consentLink.clientId`, `consentLink.twice`,
 * `consentLink.noScope`, `consentLink.redirect`.
 */
export function consentLinkParts(url: URL): ConsentLinkParts {
  const { tenant, isV2 } = pageOf(url);
  const clientId = guid.safeParse(single(url, 'client_id') ?? '');
  if (!clientId.success) throw new EvergrantError('consentLink.clientId');
  const redirectUri = redirectOf(url);
  const scopes = (single(url, 'scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
  if (isV2 && scopes.length === 0) throw new EvergrantError('consentLink.noScope');
  if (isV2 && redirectUri === null) throw new EvergrantError('consentLink.redirect');
  return {
    clientId: clientId.data,
    form: isV2 ? 'v2' : redirectUri === null ? 'short' : 'v1',
    scopes: isV2 ? scopes : [],
    redirectUri,
    tenant,
  };
}

/**
 * The address of a pasted link; a link that a mail filter has wrapped is unwrapped.
 *
 * Errors: `consentLink.notALink`, `consentLink.credentials`, `consentLink.wrapped`.
 */
export function addressOf(link: string): URL {
  const text = tidyPasted(link).replaceAll(/&amp;/gi, '&');
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb) throw new EvergrantError('consentLink.notALink');
  if (url.username !== '' || url.password !== '') {
    throw new EvergrantError('consentLink.credentials', { params: { host: url.host } });
  }
  const wrapped = unwrapLink(url, text);
  if (wrapped === null) return url;
  if (wrapped.link === null) {
    throw new EvergrantError('consentLink.wrapped', { params: { filter: wrapped.filter } });
  }
  return addressOf(wrapped.link);
}

function pageOf(url: URL): { readonly tenant: string; readonly isV2: boolean } {
  const segments = url.pathname.split('/').filter((part) => part !== '');
  const [tenant = '', ...rest] = segments.map((part) => part.toLowerCase());
  const page = rest.join('/');
  if (page === 'v2.0/adminconsent') return { tenant, isV2: true };
  if (page === 'adminconsent') return { tenant, isV2: false };
  if (page === 'oauth2/authorize' || page === 'oauth2/v2.0/authorize') {
    throw new EvergrantError('consentLink.signIn');
  }
  throw new EvergrantError('consentLink.otherPage', { params: { host: url.host } });
}

/** A parameter that occurs once, or null. If it occurs twice, it is unknown which one Microsoft uses. */
function single(url: URL, name: string): string | null {
  const [first = null, second] = url.searchParams.getAll(name);
  if (second !== undefined) throw new EvergrantError('consentLink.twice', { params: { name } });
  return first;
}

/** Microsoft sends the browser there with the result in the address; only web addresses are accepted. */
function redirectOf(url: URL): string | null {
  const given = single(url, 'redirect_uri');
  if (given === null) return null;
  const target = URL.parse(given);
  const isWeb = target?.protocol === 'https:' || target?.protocol === 'http:';
  if (!isWeb) throw new EvergrantError('consentLink.redirect');
  return given;
}
