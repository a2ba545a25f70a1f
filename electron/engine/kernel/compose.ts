import { createActivity } from './activity/activity.ts';
import type { Activity } from './activity/activity.ts';
import type { ActivityStore } from './activity/store.ts';
import type { TicketStore } from './activity/ticket-store.ts';
import { createTickets } from './activity/tickets.ts';
import type { Tickets } from './activity/tickets.ts';
import { createChanges } from './changes.ts';
import type { Changes } from './changes.ts';
import { createFileSaver } from './files/file-saver.ts';
import type { FileSaver } from './files/file-saver.ts';
import { createLeases } from './leases/leases.ts';
import type { Leases } from './leases/leases.ts';
import type { LeaseStore } from './leases/store.ts';
import { createNotices } from './notices.ts';
import type { Notices } from './notices.ts';
import { watchOtherProcesses } from './other-processes.ts';
import type { Clock, Log, Ports, Random } from './ports.ts';
import { createSettings } from './settings/settings.ts';
import type { Settings } from './settings/settings.ts';
import type { SettingStore } from './settings/store.ts';

/** The services that all other rooms of the engine can use. */
export interface Kernel {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly changes: Changes;
  readonly notices: Notices;
  readonly tickets: Tickets;
  readonly activity: Activity;
  readonly settings: Settings;
  readonly leases: Leases;
  readonly files: FileSaver;
  /** Whether the operating system reports that there is no network. */
  readonly offline: () => boolean;
  /** Announces the writes of other processes, until `signal` aborts. */
  readonly followOthers: (signal: AbortSignal) => Promise<void>;
}

export interface KernelPorts {
  readonly host: Pick<
    Ports,
    | 'clock'
    | 'random'
    | 'log'
    | 'ticket'
    | 'holder'
    | 'isHolderGone'
    | 'exportFiles'
    | 'notify'
    | 'online'
    | 'practice'
  >;
  readonly store: {
    readonly tickets: TicketStore;
    readonly activity: ActivityStore;
    readonly settings: SettingStore;
    readonly leases: LeaseStore;
    otherWrites(): Promise<{ readonly ledger: boolean; readonly directory: boolean }>;
  };
}

/** Makes the kernel's services. */
export function composeKernel({ host, store }: KernelPorts): Kernel {
  const { clock, random, log, practice, holder, isHolderGone } = host;
  const changes = createChanges();
  const tickets = createTickets({
    store: store.tickets,
    changes,
    ofThisRun: host.ticket ?? null,
  });
  return {
    clock,
    random,
    log,
    changes,
    notices: createNotices({ random, practice, notify: host.notify }),
    tickets,
    activity: createActivity({ store: store.activity, clock, random, changes, tickets }),
    settings: createSettings(store.settings),
    leases: createLeases({
      store: store.leases,
      clock,
      random,
      log,
      holder,
      ...(isHolderGone && { isHolderGone }),
    }),
    files: createFileSaver({ log, files: host.exportFiles }),
    offline: () => host.online?.() === false,
    followOthers: (signal) =>
      watchOtherProcesses({ otherWrites: () => store.otherWrites(), changes, clock, log }, signal),
  };
}
