import { expect, it } from 'vitest';
import type { NodeNetwork } from './network.ts';
import { watchReach } from './reach.ts';

const answering: NodeNetwork = {
  send: () => Promise.resolve(new Response('{}')),
  close: () => Promise.resolve(),
};
const ask = (url: string) => ({ url, method: 'GET', headers: {} }) as const;

it('says what the operating system says', () => {
  expect(watchReach(answering, () => true).online()).toBe(true);
  expect(watchReach(answering, () => false).online()).toBe(false);
});

it('cannot tell without a network while a cloud on this computer answers', async () => {
  const { network, online } = watchReach(answering, () => false);
  await network.send(ask('https://127.0.0.1:4000/v1.0/organization'));
  expect(online()).toBeNull();
});

it('is offline again when that cloud stops answering', async () => {
  let up = true;
  const { network, online } = watchReach(
    {
      ...answering,
      send: () => (up ? Promise.resolve(new Response()) : Promise.reject(new Error('refused'))),
    },
    () => false,
  );
  await network.send(ask('https://localhost:4000/'));
  up = false;
  await expect(network.send(ask('https://localhost:4000/'))).rejects.toThrow('refused');
  expect(online()).toBe(false);
});

it('does not take a far cloud for one on this computer', async () => {
  const { network, online } = watchReach(answering, () => false);
  await network.send(ask('https://localhost.example/'));
  expect(online()).toBe(false);
});
