import { describe, expect, it, vi } from 'vitest';
import type { Network, NetworkRequest } from '../engine/kernel/ports.ts';
import { createDesktopNetwork } from './network.ts';
import type { FetchingSession } from './network.ts';

vi.mock('electron/main', () => ({ session: {} }));

const request: NetworkRequest = {
  url: 'https://graph.microsoft.com/v1.0/organization',
  method: 'GET',
  headers: { authorization: 'Bearer x' },
};

const noCustomCloud: Network = {
  send: () => Promise.reject(new Error('No custom cloud was asked for.')),
};

const failing = (message: string): FetchingSession => ({
  fetch: () => Promise.reject(new Error(message)),
});

describe('the desktop’s network', () => {
  it('sends without cookies, cache or redirects', async () => {
    const fetch = vi.fn<FetchingSession['fetch']>(() => Promise.resolve(new Response('{}')));
    await createDesktopNetwork({ fetch }, noCustomCloud).send(request);
    expect(fetch.mock.calls).toEqual([
      [
        request.url,
        {
          method: 'GET',
          headers: request.headers,
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          bypassCustomProtocolHandlers: true,
        },
      ],
    ]);
  });

  it('leaves a cloud with a CA of its own to the network that can trust it alone', async () => {
    const answer = new Response('custom');
    const network = createDesktopNetwork(failing('Chromium was asked'), {
      send: () => Promise.resolve(answer),
    });
    await expect(network.send({ ...request, caPem: 'PEM' })).resolves.toBe(answer);
  });

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'ENOTFOUND'],
    ['net::ERR_CONNECTION_REFUSED', 'ECONNREFUSED'],
    ['net::ERR_INTERNET_DISCONNECTED', 'ENETUNREACH'],
    ['net::ERR_SOMETHING_NEW', 'ERR_SOMETHING_NEW'],
    ["Attempted to redirect, but redirect policy was 'error'", 'EREDIRECT'],
    ['odd', 'ENETWORK'],
  ])('tells %s as %s', async (message, code) => {
    const network = createDesktopNetwork(failing(message), noCustomCloud);
    await expect(network.send(request)).rejects.toMatchObject({ code, message });
  });

  it('rejects with the reason of whoever cancelled', async () => {
    const reason = new Error('cancelled here');
    const network = createDesktopNetwork(failing('net::ERR_ABORTED'), noCustomCloud);
    const signal = AbortSignal.abort(reason);
    await expect(network.send({ ...request, signal })).rejects.toBe(reason);
  });
});
