import type { Passed } from './passed.ts';

/**
 * Where an answer is cut off: before it starts, after its head, or in its body. `reset` cuts with a TCP
 * reset.
 */
export type Cut = 'beforeAnswer' | 'afterHead' | 'inBody' | 'reset';

/**
 * How the answers to matching requests are altered. Everything that is not named stays as the cloud sent it.
 */
export interface Rule {
  readonly method?: 'GET' | 'POST';
  /** A part of the path and query, decoded and without `/v1.0`, or a pattern that matches them. */
  readonly path: string | RegExp;
  /** Whether the rule applies to this request; checked last. */
  readonly when?: (request: Passed) => boolean;
  /**
   * True: applies to parts of a `$batch`, by their own path. Only status, headers and body can be changed
   * then.
   */
  readonly part?: boolean;
  /** How many matching requests pass before the rule takes effect. */
  readonly after?: number;
  /** How many requests the rule applies to; later ones pass. Unlimited if omitted. */
  readonly times?: number;
  readonly status?: number;
  /** Headers to set; null removes a header. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /**
   * A body to send instead: text and bytes unchanged, everything else as JSON. A function `(before, request)
   * => body` makes it from the cloud's body, parsed if it is JSON.
   */
  readonly body?: unknown;
  /** The proxy holds the answer until the test calls `release`. */
  readonly hold?: boolean;
  readonly cut?: Cut;
}

/** A rule in effect. */
export interface RuleHandle {
  /** How many requests the rule has applied to. */
  readonly hits: number;
  /** Resolves when the first answer is held or altered. */
  readonly reached: Promise<void>;
  /** Sends the held answers and stops holding further ones. */
  release(): void;
  /** Removes the rule and releases the answers that it holds. */
  remove(): void;
}

/** A rule and its state. */
export interface ActiveRule extends RuleHandle {
  readonly rule: Rule;
  readonly released: Promise<void>;
  /** Whether the rule applies to this request; counts the request. */
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
