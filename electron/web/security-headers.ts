import { secureHeaders } from 'hono/secure-headers';

/** SHA-256 of the empty string: Fluent inserts empty style tags and fills them by `insertRule`. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** One strict policy for every response of the host: nothing inline, nothing from other origins. */
export function hostSecurityHeaders(address: string): ReturnType<typeof secureHeaders> {
  const own = "'self'";
  const none = "'none'";
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [none],
      scriptSrc: [own],
      styleSrc: [own, emptyStyle],
      imgSrc: [own, 'data:'],
      fontSrc: [own],
      connectSrc: [own, address.replace(/^http/, 'ws')],
      manifestSrc: [own],
      baseUri: [none],
      formAction: [own],
      frameAncestors: [none],
      objectSrc: [none],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginEmbedderPolicy: 'require-corp',
    // Not `no-referrer`: browsers would then send `Origin: null` with our own form's POST (Fetch, §3.2).
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  });
}
