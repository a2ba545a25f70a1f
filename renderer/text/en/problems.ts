import { connectionProblems } from './problems-connection.ts';
import { credentialProblems } from './problems-credential.ts';
import { entraProblems } from './problems-entra.ts';
import { entraSignInProblems } from './problems-entra-sign-in.ts';
import { exportProblems } from './problems-export.ts';
import { graphProblems } from './problems-graph.ts';
import { hostProblems } from './problems-host.ts';
import { identityProblems } from './problems-identity.ts';
import { ownProblems } from './problems-own.ts';
import { setUpProblems } from './problems-set-up.ts';
import { storeProblems } from './problems-store.ts';
import type { ProblemText } from './problem-text.ts';

/** English sentences of every problem code, by code. */
export const problems: Readonly<Record<string, ProblemText>> = {
  ...ownProblems,
  ...identityProblems,
  ...connectionProblems,
  ...setUpProblems,
  ...credentialProblems,
  ...hostProblems,
  ...entraProblems,
  ...entraSignInProblems,
  ...graphProblems,
  ...storeProblems,
  ...exportProblems,
};
