import { domainToASCII, domainToUnicode } from 'node:url';
import { tidyPasted, withInvisible } from '../../contract/pasted.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';

/** What was entered to name a tenant, cleaned. */
export type TenantName =
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'domain'; readonly value: string };

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * Reads a domain or tenant ID from what people paste: a domain, the address of a web page, an email address,
 * a GUID with or without braces, the address of a portal or sign-in page that names a tenant. International
 * names are converted to their ASCII form (RFC 5891).
 *
 * Errors: `tenant.badDomain`.
 */
export function readTenantName(typed: string): TenantName {
  const text = tidyPasted(typed).toLowerCase();
  const named = microsoftPage.test(text) ? tenantOfPage(text) : hostOf(text);
  if (guid.test(named)) return { kind: 'id', value: named };
  const domain = domainToASCII(named.replace(/\.$/, ''));
  if (!isDomain(domain)) {
    throw new EvergrantError('tenant.badDomain', {
      params: { input: withInvisible(typed.trim()) },
    });
  }
  return { kind: 'domain', value: domain };
}

/** Microsoft pages that are opened for a tenant; their own host does not name a tenant. */
const microsoftPage =
  /^(?:https?:\/\/)?(?:login|portal|entra|aad|admin|partner|security|intune|endpoint|myapps|myaccount|account)\.[a-z.]*(?:microsoftonline\.com|microsoftonline\.us|microsoftonline\.cn|microsoft\.com|microsoft\.us|azure\.com|azure\.us|azure\.cn|windows\.net)(?=[/?#]|$)/;

/** The tenant that such a page's address names; empty if it names none. */
function tenantOfPage(text: string): string {
  const url = URL.parse(text.startsWith('http') ? text : `https://${text}`);
  if (url === null) return '';
  const asked = ['tid', 'tenantid', 'tenant', 'ctid', 'delegatedorg', 'realm', 'domain'];
  const [, query = ''] = url.hash.split('?');
  const params = [...url.searchParams, ...new URLSearchParams(query)];
  const given = params.find(([name, value]) => asked.includes(name) && isName(value));
  if (given !== undefined) return given[1];
  const inHash = /^#@([^/?]+)/.exec(url.hash)?.[1] ?? '';
  if (isName(inHash)) return inHash;
  const segments = url.pathname.split('/').map((part) => part.replace(/^@/, ''));
  const customer = segments[segments.indexOf('customers') + 1] ?? '';
  return [segments[1] ?? '', customer].find((part) => isName(part)) ?? '';
}

function isName(text: string): boolean {
  return guid.test(text) || isDomain(domainToASCII(text));
}

/** A cleaned name in readable form. */
export function writtenName({ kind, value }: TenantName): string {
  return kind === 'id' ? value : domainToUnicode(value);
}

/**
 * Names to try, in order. Web addresses start with `www`, and hardly any tenant has such a domain, so the
 * rest is tried too.
 */
export function namesToTry(typed: string): readonly [TenantName, ...TenantName[]] {
  const name = readTenantName(typed);
  const without = name.value.replace(/^www\./, '');
  const isShorter = name.kind === 'domain' && without !== name.value && isDomain(without);
  return isShorter ? [name, { kind: 'domain', value: without }] : [name];
}

/** The host of a web or email address, or the text itself. */
function hostOf(text: string): string {
  if (/^https?:\/\//.test(text)) return URL.canParse(text) ? new URL(text).hostname : '';
  const withoutPath = text.replace(/\/.*$/, '');
  return withoutPath.slice(withoutPath.lastIndexOf('@') + 1);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const isName = labels.length >= 2 && labels.every((part) => label.test(part));
  return isName && domain.length <= 253 && !/^\d+$/.test(labels.at(-1) ?? '');
}
