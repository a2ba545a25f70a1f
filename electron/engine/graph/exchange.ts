import type { Context, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { GraphOptions } from './graph.ts';

/**
 * One question to Graph on its way through the client's middleware.
 *
 * The client takes addresses apart and puts them together in another order, and wraps whatever
 * middleware throws; the whole link and the true failure therefore travel here.
 */
export class Exchange implements MiddlewareOptions {
  readonly url: string;
  readonly options: GraphOptions;
  failure: unknown = null;
  /** The answer's body, read whole. Beside the client's `Response`, which would copy it twice. */
  bytes: ArrayBuffer = new ArrayBuffer(0);

  constructor(url: string, options: GraphOptions) {
    this.url = url;
    this.options = options;
  }

  /** The exchange that a middleware was called for. */
  static of(context: Context): Exchange {
    const options: MiddlewareOptions | undefined =
      context.middlewareControl?.getMiddlewareOptions(Exchange);
    if (!(options instanceof Exchange)) throw new Error('The request carries no exchange.');
    return options;
  }
}
