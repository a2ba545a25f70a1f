import { InteractionRequiredAuthError } from '@azure/msal-node';

/** The claims that a sign-in must satisfy, if the token endpoint named them. */
export function claimsOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof InteractionRequiredAuthError)) return null;
  return cause.claims === '' ? null : cause.claims;
}
