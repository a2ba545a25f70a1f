import type { Context, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { GraphOptions } from './graph.ts';

/**
 * One request to Graph on its way through the client's middleware.
 *
 * The client takes addresses apart and reassembles them in another order, and wraps errors that middleware
 * throws. Therefore the complete link and the true failure are passed in this object.
 */
export class Exchange implements MiddlewareOptions {
  readonly url: string;
  readonly options: GraphOptions;
  failure: unknown = null;
  /** The whole body of the response. Separate from the client's `Response`, which would copy it twice. */
  bytes: ArrayBuffer = new ArrayBuffer(0);

  constructor(url: string, options: GraphOptions) {
    this.url = url;
    this.options = options;
  }

  /** The exchange of a middleware call. */
  static of(context: Context): Exchange {
    const options: MiddlewareOptions | undefined =
      context.middlewareControl?.getMiddlewareOptions(Exchange);
    if (!(options instanceof Exchange)) throw new Error('The request carries no exchange.');
    return options;
  }
}
