/** The scheme and host from which the desktop serves its own screens. */
export const bundleScheme = 'app';
export const bundleHost = 'bundle';

/** The origin of our own page, as Chromium writes it. */
export const bundleOrigin = `${bundleScheme}://${bundleHost}`;

/** The address of the first screen. */
export const bundleStart = `${bundleOrigin}/`;

/**
 * Whether an address is one of our own pages: exact scheme and host, no port, no credentials.
 *
 * Scheme and host are compared separately because Node's URL gives a custom scheme the origin `null`, so an
 * origin comparison would accept every custom scheme.
 */
export function isOwnUrl(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${bundleScheme}:` &&
    url.host === bundleHost &&
    url.username === '' &&
    url.password === ''
  );
}
