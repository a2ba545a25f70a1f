/** A request that passed through, or a part of a batch. */
export interface Passed {
  readonly method: string;
  /** Path and query, decoded and without `/v1.0`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The id of the part in its batch; null for a request that is not in a batch. */
  readonly partId: string | null;
  /** The status that the client got; null while it is pending, or if the connection was cut before. */
  status: number | null;
}

interface BatchRequest {
  readonly requests: readonly {
    readonly id: string;
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
}

export function passed(
  method: string,
  target: string,
  headers: NodeJS.Dict<string | string[]>,
  body: string,
): Passed {
  return {
    method,
    path: readable(target),
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, [value].flat().join(', ')]],
      ),
    ),
    body,
    partId: null,
    status: null,
  };
}

/** The parts of a batch as separate requests; empty if the request is not a batch. */
export function partsOf(request: Passed): Passed[] {
  if (request.method !== 'POST' || request.path !== '/$batch') return [];
  const { requests } = JSON.parse(request.body) as BatchRequest;
  return requests.map(({ id, method, url, headers = {} }) => ({
    method,
    path: readable(url),
    headers,
    body: '',
    partId: id,
    status: null,
  }));
}

function readable(target: string): string {
  const path = target.replace(/^\/v1\.0(?=\/)/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
