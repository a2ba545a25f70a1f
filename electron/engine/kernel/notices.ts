import { EventPublisher } from '@orpc/server';
import type { Notice } from '../../contract/notice.ts';
import type { Random } from './ports.ts';

/** What a service has to tell. */
export type News = Omit<Notice, 'id' | 'practice'>;

/** Tells the technician: every screen that listens, and the system where the host can. */
export interface Notices {
  publish(news: News): void;
  /** Every notice from now on, until `signal` aborts. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<Notice>;
}

/** Makes the line on which notices go out. `notify` shows one outside of the screens. */
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
