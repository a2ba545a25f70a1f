import { faultSettingsSchema } from './fault-settings.ts';
import type { AadstsFault, Fault, FaultSettings } from './fault-settings.ts';

/** A call, as far as faults tell calls apart. */
export interface FaultyCall {
  readonly route: string;
  readonly tenantId: string;
  /** The first `{id}` of the route; null where it has none. */
  readonly objectId?: string | null;
  /** Part of a batch. */
  readonly part?: boolean;
  /** Of a token request. */
  readonly grantType?: string | null;
  /** Of a page. */
  readonly moment?: AadstsFault['moment'];
}

/** What is set to go wrong, slow or small, and how much of it is left. */
export class FaultStore {
  #settings: FaultSettings = faultSettingsSchema.parse({});
  #left: { readonly fault: Fault; after: number; count: number }[] = [];

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** Faults that have not hit as often as they were told to. */
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

  /** Everything as a healthy Graph would do it. */
  reset(): void {
    this.set({});
  }

  /** Milliseconds that an answer waits. `parts` is the size of a batch, 0 for a single call. */
  latency(route: string, parts = 0): number {
    const { latency } = this.#settings;
    const found = latency.endpoints.find((one) => matches(one.endpoint, route));
    return (
      (found?.milliseconds ?? latency.default) + latency.perFourBatchParts * Math.ceil(parts / 4)
    );
  }

  /**
   * The fault that hits this call, if any; each hit is counted. `named` leaves out those whose
   * pattern only happens to fit: `*` means everything of Graph, not what is beside it.
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
