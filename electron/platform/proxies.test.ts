import { expect, it } from 'vitest';
import { proxiesOf } from './proxies.ts';

const http = 'http://one:3128';

it.each([
  ['none', {}, undefined, undefined],
  ['one for HTTPS', { HTTPS_PROXY: http }, undefined, http],
  ['one for HTTP, which HTTPS takes too', { HTTP_PROXY: http }, http, http],
  ['one for everything', { ALL_PROXY: http }, http, http],
  ['the lower-case name of it', { all_proxy: 'one:3128' }, http, http],
  [
    'a scheme’s own before the one for everything',
    { ALL_PROXY: 'http://two:8080', https_proxy: http },
    'http://two:8080',
    http,
  ],
] as const)('the environment that names %s', (_, env, httpProxy, httpsProxy) => {
  expect(proxiesOf(env)).toEqual({ httpProxy, httpsProxy });
});
