import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { Exchange } from './exchange.ts';

/** Where a request's token comes from. `renew` requests one that bypasses every cache. */
export type TokenSource = (options: {
  readonly renew: boolean;
  readonly signal?: AbortSignal;
}) => Promise<string>;

/**
 * Sets the token on every request, whatever its host. A token that Graph no longer accepts is renewed once,
 * if possible. So is one with a claims challenge: Graph may only require a token issued after a change in the
 * tenant.
 */
export class TokenMiddleware implements Middleware {
  readonly #source: TokenSource;
  readonly #canRenew: boolean;
  #next: Middleware | undefined;

  constructor(source: TokenSource, canRenew: boolean) {
    this.#source = source;
    this.#canRenew = canRenew;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    await this.#send(context, false);
    if (context.response?.status !== 401 || !this.#canRenew) return;
    await context.response?.body?.cancel();
    await this.#send(context, true);
  }

  async #send(context: Context, renew: boolean): Promise<void> {
    const { signal } = Exchange.of(context).options;
    const token = await this.#source({ renew, ...(signal && { signal }) });
    const headers = new Headers(context.options?.headers);
    headers.set('authorization', `Bearer ${token}`);
    context.options = { ...context.options, headers };
    await this.#next?.execute(context);
  }
}
