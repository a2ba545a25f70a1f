import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { Exchange } from './exchange.ts';

/** First in the chain: sets the complete address and preserves a failure as it was thrown. */
export class AddressMiddleware implements Middleware {
  #next: Middleware | undefined;

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const exchange = Exchange.of(context);
    context.request = exchange.url;
    try {
      await this.#next?.execute(context);
    } catch (error) {
      exchange.failure = error;
    }
  }
}
