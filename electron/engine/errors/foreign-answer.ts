import { EvergrantError } from './evergrant-error.ts';

/** Statuses by which a service, or whatever stands before it, says that it cannot answer for now. */
function isBusyStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * The error of an answer that has not the form of Microsoft's: a web filter, a proxy or the sign-in page of
 * a guest network. Nothing is concluded from it but that Microsoft was not heard.
 *
 * `busy` is what is said instead where the status is one of an overloaded service (408, 429, 5xx): a load
 * balancer of Microsoft's answers those without a body of its own.
 */
export function problemFromForeignAnswer(
  status: number,
  busy: 'graph.unknownBusy' | 'identity.serviceUnavailable',
): EvergrantError {
  const params = { status, error: `HTTP ${status}` };
  const code = isBusyStatus(status) ? busy : 'network.intercepted';
  return new EvergrantError(code, { params, retry: 'after', raw: { httpStatus: status } });
}
