import type { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Notice } from '../contract/notice.ts';
import { createText } from '../../text/create-text.ts';
import { createNotify } from './notify.ts';

const system = vi.hoisted(() => ({ isSupported: true, told: [] as string[] }));
const shown: EventEmitter[] = [];

vi.mock('electron/main', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class NotificationDouble extends Emitter {
    static isSupported = () => system.isSupported;
    readonly #words: { readonly title: string; readonly body: string };
    constructor(words: { readonly title: string; readonly body: string }) {
      super();
      this.#words = words;
    }
    show(): void {
      system.told.push(`${this.#words.title}. ${this.#words.body}`);
      shown.push(this);
    }
  }
  const printing = {
    isVisible: () => false,
    isMinimized: () => false,
    restore: () => system.told.push('the printing window restored'),
    focus: () => system.told.push('the printing window focused'),
  };
  const window = {
    isVisible: () => false,
    isMinimized: () => true,
    restore: () => system.told.push('restored'),
    focus: () => system.told.push('focused'),
  };
  return {
    Notification: NotificationDouble,
    BrowserWindow: { getAllWindows: () => [printing, window] },
  };
});

const granted: Notice = {
  id: '11111111-1111-4111-8111-111111111111',
  kind: 'granted',
  tenant: {
    tenantId: '22222222-2222-4222-8222-222222222222',
    profileId: '33333333-3333-4333-8333-333333333333',
    alias: 'Contoso',
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'contoso.example',
    addedAt: '2026-11-24T12:00:00.000Z',
  },
  practice: false,
};

beforeEach(() => {
  system.isSupported = true;
  system.told.length = 0;
  shown.length = 0;
});

it('tells by the customer’s name, and a click brings the window back', () => {
  createNotify(createText())(granted);
  expect(system.told).toEqual([
    'Contoso is connected. Evergrant found the grant while checking in the background.',
  ]);
  shown[0]?.emit('click');
  expect(system.told.slice(1)).toEqual(['restored', 'focused']);
});

it('says PRACTICE of an invented customer', () => {
  createNotify(createText())({ ...granted, practice: true });
  expect(system.told[0]).toContain('PRACTICE: Contoso is connected');
});

it('leaves it to the screens where the system shows no notifications', () => {
  system.isSupported = false;
  createNotify(createText())(granted);
  expect(system.told).toEqual([]);
});
