import type { Passed } from './passed.ts';

/** How an answer ends before its end: before it begins, after its head, in its body; `reset` with a TCP reset there. */
export type Cut = 'beforeAnswer' | 'afterHead' | 'inBody' | 'reset';

/** What is done to the answers of some requests. Everything that is not named stays as the cloud sent it. */
export interface Rule {
  readonly method?: 'GET' | 'POST';
  /** A piece of the path and query, decoded and without `/v1.0`; or a pattern of them. */
  readonly path: string | RegExp;
  /** Whether it is for this request; asked last. */
  readonly when?: (request: Passed) => boolean;
  /** True: for parts of a `$batch`, by their own path; then only status, headers and body can change. */
  readonly part?: boolean;
  /** So many matching requests pass before the rule begins. */
  readonly after?: number;
  /** So many requests it is for; all others pass. Without end when not said. */
  readonly times?: number;
  readonly status?: number;
  /** Headers to set; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /**
   * A body to send instead: text and bytes as they are, everything else as JSON. A function
   * `(before, request) => body` makes it from the cloud's own, parsed where it is JSON.
   */
  readonly body?: unknown;
  /** The answer is here, but the client gets it when the test calls `release`. */
  readonly hold?: boolean;
  readonly cut?: Cut;
}

/** A rule at work. */
export interface RuleHandle {
  /** Requests that it was for so far. */
  readonly hits: number;
  /** Resolves when the first answer is held or altered. */
  readonly reached: Promise<void>;
  /** Lets go of what is held, from then on without waiting. */
  release(): void;
  /** It is for no request any more; what it holds is let go. */
  remove(): void;
}

/** A rule and what became of it. */
export interface ActiveRule extends RuleHandle {
  readonly rule: Rule;
  readonly released: Promise<void>;
  /** Whether it is for this request; counts it. */
  takes(request: Passed): boolean;
}

export function activate(rule: Rule, remove: (active: ActiveRule) => void): ActiveRule {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const { after = 0, times = Number.POSITIVE_INFINITY } = rule;
  let seen = 0;
  const active: ActiveRule = {
    rule,
    reached: reached.promise,
    released: released.promise,
    get hits() {
      return Math.min(Math.max(0, seen - after), times);
    },
    takes(request) {
      if (!matches(rule, request)) return false;
      seen += 1;
      if (seen <= after || seen > after + times) return false;
      reached.resolve();
      return true;
    },
    release: () => released.resolve(),
    remove() {
      released.resolve();
      remove(active);
    },
  };
  return active;
}

function matches({ method, path, when }: Rule, request: Passed): boolean {
  if (method !== undefined && method !== request.method) return false;
  const fits = typeof path === 'string' ? request.path.includes(path) : path.test(request.path);
  return fits && (when?.(request) ?? true);
}
