import { describe, expect, it } from 'vitest';
import { refusalOf } from './sender.ts';

const ours = { id: 1 };
const frame = {
  parent: null,
  origin: 'app://bundle',
  url: 'app://bundle/customers',
  detached: false,
};

describe('who sent a message', () => {
  it('is believed when it is the main frame of our page', () => {
    expect(refusalOf({ sender: ours, senderFrame: frame }, ours)).toBeUndefined();
  });

  it.each([
    ['otherWindow', { sender: { id: 2 }, senderFrame: frame }],
    ['noFrame', { sender: ours, senderFrame: null }],
    ['detached', { sender: ours, senderFrame: { ...frame, detached: true } }],
    ['childFrame', { sender: ours, senderFrame: { ...frame, parent: frame } }],
    ['otherOrigin', { sender: ours, senderFrame: { ...frame, origin: 'https://evil.example' } }],
    ['otherOrigin', { sender: ours, senderFrame: { ...frame, origin: 'app://bundle.evil' } }],
    ['otherOrigin', { sender: ours, senderFrame: { ...frame, url: 'about:blank' } }],
    ['otherOrigin', { sender: ours, senderFrame: { ...frame, url: '' } }],
  ] as const)('is refused as %s', (reason, event) => {
    expect(refusalOf(event, ours)).toBe(reason);
  });
});
