import { faultSettingsSchema } from './fault-settings.ts';
import type { AadstsFault, Fault, FaultSettings } from './fault-settings.ts';

/** A call, with the properties that select faults. */
export interface FaultyCall {
  readonly route: string;
  readonly tenantId: string;
  /** The first `{id}` of the route; null where it has none. */
  readonly objectId?: string | null;
  /** Whether the call is part of a batch. */
  readonly part?: boolean;
  /** The grant type of a token request. */
  readonly grantType?: string | null;
  /** The step of a page. */
  readonly moment?: AadstsFault['moment'];
}

/** The faults, latencies and limits that are set, and how often each fault still applies. */
export class FaultStore {
  #settings: FaultSettings = faultSettingsSchema.parse({});
  #left: { readonly fault: Fault; after: number; count: number }[] = [];

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** Faults that have not yet hit as often as configured. */
  get waiting(): readonly Fault[] {
    return this.#left.map(({ fault, after, count }) => ({
      ...fault,
      after,
      count: Number.isFinite(count) ? count : 'always',
    }));
  }

  /** Replaces all settings; throws a ZodError that names the wrong field. */
  set(input: unknown): FaultSettings {
    this.#settings = faultSettingsSchema.parse(input);
    this.#left = this.#settings.faults.map((fault) => ({
      fault,
      after: fault.after,
      count: fault.count === 'always' ? Infinity : fault.count,
    }));
    return this.#settings;
  }

  /** Resets everything to a healthy Graph. */
  reset(): void {
    this.set({});
  }

  /** Milliseconds to delay an answer. `parts` is the size of a batch, 0 for a single call. */
  latency(route: string, parts = 0): number {
    const { latency } = this.#settings;
    const found = latency.endpoints.find((one) => matches(one.endpoint, route));
    return (
      (found?.milliseconds ?? latency.default) + latency.perFourBatchParts * Math.ceil(parts / 4)
    );
  }

  /**
   * The fault that hits this call, if any; each hit is counted. `named` skips faults that match only through
   * a wildcard: `*` means everything of Graph, not the other services.
   */
  take(call: FaultyCall, { named = false } = {}): Fault | undefined {
    for (const entry of this.#left) {
      const { fault } = entry;
      if (!isMeant(fault, call) || (named && fault.endpoint !== call.route)) continue;
      if (entry.after > 0) {
        entry.after -= 1;
        continue;
      }
      entry.count -= 1;
      if (entry.count === 0) this.#left = this.#left.filter((one) => one !== entry);
      return fault;
    }
    return undefined;
  }
}

function isMeant(fault: Fault, call: FaultyCall): boolean {
  const { route, tenantId, objectId, part = false } = call;
  if (fault.type === 'aadsts') {
    const { grantType, moment } = fault;
    if (grantType !== undefined && grantType !== call.grantType) return false;
    if (route !== 'token' && moment !== call.moment) return false;
  }
  return (
    matches(fault.endpoint, route) &&
    (fault.tenantId === undefined || fault.tenantId === tenantId) &&
    (fault.objectId === undefined || fault.objectId === objectId?.toLowerCase()) &&
    (fault.part === undefined || fault.part === part)
  );
}

function matches(pattern: string, route: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return pattern === route;
  const last = rest.pop() ?? '';
  if (!route.startsWith(first)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = route.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return route.length - last.length >= position && route.endsWith(last);
}
