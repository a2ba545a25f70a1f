import { domainToASCII } from 'node:url';
import { EvergrantError } from '../errors/evergrant-error.ts';

/** What was typed to name a tenant, cleaned. */
export type TenantName =
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'domain'; readonly value: string };

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * Reads a domain or tenant id out of what people paste: a domain, an address of a web page, a mail
 * address, a GUID with or without braces. Names of other scripts become their ASCII form (RFC 5891).
 *
 * Errors: `tenant.badDomain`.
 */
export function readTenantName(typed: string): TenantName {
  const text = typed.trim().toLowerCase();
  const bare = text.replace(/^\{(.*)\}$/, '$1');
  if (guid.test(bare)) return { kind: 'id', value: bare };
  const domain = domainToASCII(hostOf(text).replace(/\.$/, ''));
  if (!isDomain(domain)) {
    throw new EvergrantError('tenant.badDomain', { params: { input: typed.trim() } });
  }
  return { kind: 'domain', value: domain };
}

/** The host of a page's or a mail address, or the text itself. */
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
