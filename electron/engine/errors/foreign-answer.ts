import { EvergrantError } from './evergrant-error.ts';

/** Statuses by which a service, or a proxy in front of it, reports that it can't answer now. */
function isBusyStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * The error of an answer in another form than Microsoft's: from a web filter, a proxy or the sign-in
 * page of a guest network. It only shows that Microsoft did not answer.
 *
 * `busy` is returned instead when the status is one of an overloaded service (408, 429, 5xx):
 * Microsoft's load balancers send those without a body of their own.
 */
export function problemFromForeignAnswer(
  status: number,
  busy: 'graph.unknownBusy' | 'identity.serviceUnavailable',
): EvergrantError {
  const params = { status, error: `HTTP ${status}` };
  const code = isBusyStatus(status) ? busy : 'network.intercepted';
  return new EvergrantError(code, { params, retry: 'after', raw: { httpStatus: status } });
}
