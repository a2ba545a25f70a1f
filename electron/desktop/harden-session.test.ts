import type { Session } from 'electron/main';
import { describe, expect, it } from 'vitest';
import { hardenSession } from './harden-session.ts';

/** A session that records the handlers it is given. */
function harden() {
  const given: Record<string, unknown> = {};
  const keep =
    (name: string) =>
    (...values: readonly unknown[]): void => {
      given[name] = values.length === 1 ? values[0] : values;
    };
  hardenSession({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: keep('spelling'),
    webRequest: { onBeforeRequest: keep('requests') },
  } as unknown as Session);
  return given as {
    readonly request: (
      contents: unknown,
      permission: string,
      callback: (granted: boolean) => void,
      details: object,
    ) => void;
    readonly check: (
      contents: unknown,
      permission: string,
      origin: string,
      details: object,
    ) => boolean;
    readonly device: () => boolean;
    readonly spelling: boolean;
    readonly requests: readonly [
      { readonly urls: readonly string[] },
      (details: object, callback: (answer: object) => void) => void,
    ];
  };
}

const ours = { requestingUrl: 'app://bundle/', isMainFrame: true };

function bothHandlers(permission: string, details: object): readonly boolean[] {
  const { request, check } = harden();
  const answers: boolean[] = [check(null, permission, 'app://bundle', details)];
  request(null, permission, (granted) => answers.push(granted), details);
  return answers;
}

describe('the session of our page', () => {
  it('has both handlers refuse and grant alike', () => {
    expect(bothHandlers('geolocation', ours)).toEqual([false, false]);
    expect(bothHandlers('clipboard-sanitized-write', ours)).toEqual([true, true]);
    expect(bothHandlers('clipboard-sanitized-write', { ...ours, isMainFrame: false })).toEqual([
      false,
      false,
    ]);
  });

  it('gives no device, and fetches no dictionaries', () => {
    const { device, spelling } = harden();
    expect([device(), spelling]).toEqual([false, false]);
  });

  it('cancels every request that is not on our own scheme', () => {
    const [filter, listener] = harden().requests;
    const answers: object[] = [];
    listener({}, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel: true }]);
    expect(filter.urls).toEqual([
      'http://*/*',
      'https://*/*',
      'ws://*/*',
      'wss://*/*',
      'ftp://*/*',
      'file://*/*',
    ]);
  });
});
