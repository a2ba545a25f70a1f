/**
 * Hash of the empty string: the `<style>` elements that Fluent inserts are empty when they are attached and
 * filled through CSSOM afterwards, so this one hash allows them without `'unsafe-inline'`. Measured in
 * Chromium 156; griffel issue 86 describes the nonce alternative.
 */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The Content-Security-Policy of the desktop's page: only its own files.
 *
 * Source: electronjs.org/docs/latest/tutorial/security, item 7.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${emptyStyleHash}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
