/**
 * A mail filter that wraps links: the pattern of its hosts, and how to find the original link if the
 * address contains it.
 */
interface MailFilter {
  readonly name: string;
  readonly host: RegExp;
  readonly inside: (url: URL, link: string) => string | null;
}

const param =
  (...names: readonly string[]) =>
  (url: URL): string | null =>
    names.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? null;

/** Some filters store the link only on their own server and give it only to browsers. */
const nothing = (): null => null;

const filters: readonly MailFilter[] = [
  {
    name: 'Microsoft Defender Safe Links',
    host: /(?:^|\.)safelinks\.protection\.|^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/,
    inside: param('url'),
  },
  {
    name: 'Proofpoint URL Defense',
    host: /(?:^|\.)urldefense\.(?:proofpoint\.)?(?:com|us)$/,
    inside: ofProofpoint,
  },
  {
    name: 'Barracuda Link Protect',
    host: /(?:^|\.)linkprotect\.cudasvc\.com$/,
    inside: param('a'),
  },
  { name: 'Google', host: /^(?:www\.)?google\.com$/, inside: param('q', 'url') },
  { name: 'Trend Micro', host: /\.trendmicro\.(?:com|eu)$/, inside: param('url') },
  { name: 'Symantec', host: /^clicktime\.symantec\.com$/, inside: param('u') },
  { name: 'Cisco Secure Email', host: /^secure-web\.cisco\.com$/, inside: inPath },
  { name: 'Sophos', host: /\.protection\.sophos\.com$/, inside: inBase64('u') },
  { name: 'Mimecast', host: /\.mimecast(?:protect)?\.com$/, inside: nothing },
  { name: 'Hornetsecurity', host: /\.hornetsecurity\.com$/, inside: nothing },
  { name: 'Fortinet', host: /\.fortimailcloud\.com$/, inside: nothing },
];

/**
 * Unwraps a link that a mail filter has wrapped. `link` is null when the address does not contain the
 * original; the result is null when the address is not a filter's. The unwrapped link is checked
 * against Microsoft's hosts like any other.
 */
export function unwrapLink(
  url: URL,
  link: string,
): { readonly filter: string; readonly link: string | null } | null {
  const filter = filters.find(({ host }) => host.test(url.hostname));
  if (filter === undefined) return null;
  const inner = filter.inside(url, link);
  return {
    filter: filter.name,
    link: inner !== null && /^https?:\/\//i.test(inner) ? inner : null,
  };
}

/**
 * Versions 1 and 2 carry the link in `u`. Version 3 has it between underscores, with its special
 * characters separate.
 */
function ofProofpoint(url: URL, link: string): string | null {
  const third = /\/v3\/__(.+?)__;([^!]*)!/.exec(link);
  if (third !== null) return thirdVersion(third[1] ?? '', third[2] ?? '');
  const given = url.searchParams.get('u');
  if (given === null || !url.pathname.startsWith('/v2/')) return given;
  return decoded(given.replaceAll('-', '%').replaceAll('_', '/'));
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * `*` is a placeholder for the next of the characters that follow in base64, `**` with a letter for a
 * run of them.
 *
 * Source: Proofpoint's URL decoder (help.proofpoint.com, "URL Defense decode").
 */
function thirdVersion(text: string, signs: string): string {
  const taken = [...Buffer.from(signs, 'base64url').toString('utf8')];
  const whole = text.replaceAll(/\*(?:\*(.))?/g, (_, run?: string) =>
    taken.splice(0, run === undefined ? 1 : runLengths.indexOf(run) + 2).join(''),
  );
  const slashes = whole.replace(/^(https?:\/)(?=[^/])/i, '$1/');
  return /^https?:\/\//i.test(slashes) ? slashes : (decoded(slashes) ?? slashes);
}

/** The whole link, encoded, is the last part of the path. */
function inPath({ pathname, search }: URL): string | null {
  const last = decoded(pathname.split('/').at(-1) ?? '');
  return last === null ? null : `${last}${search}`;
}

function inBase64(name: string): (url: URL) => string | null {
  return (url) => {
    const given = url.searchParams.get(name);
    return given === null ? null : Buffer.from(given, 'base64').toString('utf8');
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
