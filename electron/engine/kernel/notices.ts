import { EventPublisher } from '@orpc/server';
import type { Notice } from '../../contract/notice.ts';
import type { Random } from './ports.ts';

/** A notice of a service. */
export type News = Omit<Notice, 'id' | 'practice'>;

/** Sends notices to the technician: to every open screen, and to the operating system where the host can. */
export interface Notices {
  publish(news: News): void;
  /** Every new notice, until `signal` aborts. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<Notice>;
}

/** Makes the channel for notices. `notify` shows one outside of the screens. */
export function createNotices(ports: {
  readonly random: Random;
  readonly practice: boolean;
  readonly notify?: ((notice: Notice) => void) | undefined;
}): Notices {
  const publisher = new EventPublisher<{ notice: Notice }>();
  return {
    publish: (news) => {
      const notice = { ...news, id: ports.random.guid(), practice: ports.practice };
      publisher.publish('notice', notice);
      ports.notify?.(notice);
    },
    subscribe: (signal) => publisher.subscribe('notice', { signal }),
  };
}
