import type { ReactNode } from 'react';
import { CheckPage } from '../features/connectors/set-up/check-page.tsx';
import { SetUpPage } from '../features/connectors/set-up/set-up-page.tsx';

/** The screen of an address of setting up, or of a registration's check; null where it is neither. */
export function setUpScreen(
  path: string,
  what: string | undefined,
  part: string | undefined,
): ReactNode {
  if (what === 'set-up') return <SetUpPage key={path} setUpId={part ?? null} />;
  return what !== undefined && what !== 'new' && part === 'check' ? (
    <CheckPage key={path} profileId={what} />
  ) : null;
}
