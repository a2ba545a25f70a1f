import type { IdentityRoom } from '../identity/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import { createGraphFactory } from './create-graph-factory.ts';
import type { GraphFactory } from './graph.ts';

/** Reads Microsoft Graph. */
export interface GraphRoom {
  readonly graphs: GraphFactory;
}

export interface GraphPorts {
  readonly host: Pick<Ports, 'network'>;
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'log'>;
  readonly identity: Pick<IdentityRoom, 'identity'>;
}

/** Makes the access to Graph. */
export function composeGraph({ host, kernel, identity }: GraphPorts): GraphRoom {
  return { graphs: createGraphFactory({ ...kernel, ...host, ...identity }) };
}
