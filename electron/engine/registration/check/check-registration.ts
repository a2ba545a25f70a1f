import { given } from '../../kernel/given.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { RegistrationCheck, RegistrationCheckKind } from '../../../contract/set-up.ts';
import { EvergrantError, newProblem, problemOf } from '../../errors/evergrant-error.ts';
import { parseAnswer } from '../../errors/parse-answer.ts';
import {
  isNotInstalled,
  isRefusedSecret,
  isTurnedAway,
  isUnknownApplication,
  isUnknownKey,
  saysAbsent,
} from '../../errors/questions.ts';
import { judgeRegistration, redirectMissing, right } from './judge-registration.ts';
import { registration, registrationSelect } from './registration.ts';
import type { Registration } from './registration.ts';
import { redirectUri } from '../setup/scripts/registration-wish.ts';
import type { ReadyConnector, SetUpGraphs, SetUpIdentity } from '../setup/set-up-ports.ts';

/** The result of a registration check. */
export interface Checked {
  /** One of each kind, in the order in which to fix them. */
  readonly checks: readonly RegistrationCheck[];
  /** The connector is not granted in this tenant, so its registration cannot be read. */
  readonly notGranted: boolean;
}

/**
 * Checks a registration in the tenant that owns it: gets a new token with the connector's own key,
 * then reads the registration, app-only or as the person who is signed in.
 *
 * A failed look-up leads to no conclusion. Throws only on cancellation.
 */
export async function checkRegistration(
  ports: { readonly identity: SetUpIdentity; readonly graphs: SetUpGraphs },
  connector: ReadyConnector,
  tenantId: string,
  signal?: AbortSignal,
): Promise<Checked> {
  const options = given({ fresh: true, signal });
  const app = await tried(() => ports.identity.appToken(connector, tenantId, options));
  const certificate = judgeToken(app.problem);
  if (app.problem !== null && isUnknownApplication(app.problem)) {
    const unknown = { verdict: 'wrong', found: 'unknownHere' } as const;
    const application = row('application', { ...unknown, problem: app.problem });
    const rest = unread(newProblem('setUp.applicationFirst', { retry: 'after' }));
    return { notGranted: false, checks: inOrder([application, certificate, ...rest]) };
  }
  const read = await readRegistration(ports, connector, tenantId, app.value?.token ?? null, signal);
  if (read.value !== null) {
    const { requiredPermissions } = connector.profile;
    const rows = judgeRegistration(read.value, requiredPermissions);
    return { notGranted: false, checks: inOrder([certificate, ...rows]) };
  }
  const problem = read.problem ?? app.problem ?? notGrantedProblem;
  if (saysAbsent(problem)) {
    const unknown = { verdict: 'wrong', found: 'unknownHere' } as const;
    const application = row('application', { ...unknown, problem });
    const rest = unread(newProblem('setUp.applicationFirst', { retry: 'after' }));
    return { notGranted: false, checks: inOrder([application, certificate, ...rest]) };
  }
  const notGranted = isTurnedAway(problem) || isNotInstalled(problem);
  const why = notGranted
    ? { ...notGrantedProblem, ...(problem.raw && { raw: problem.raw }) }
    : problem;
  // First the checks of what could break the consent that the other checks depend on.
  const isRefused =
    notGranted && (await ports.identity.refusesRedirect(connector, tenantId, redirectUri, signal));
  const redirect = isRefused ? [redirectMissing()] : [];
  return { notGranted, checks: inOrder([certificate, ...redirect, ...unread(why)]) };
}

const notGrantedProblem = newProblem('setUp.notGranted', { retry: 'after' });

/**
 * What the token request shows about the credential. A token proves the credential, whatever its
 * permissions.
 */
function judgeToken(problem: Problem | null): RegistrationCheck {
  if (problem === null) return right('certificate');
  if (isUnknownKey(problem)) {
    return row('certificate', { verdict: 'wrong', found: 'keyUnknown', problem });
  }
  return isRefusedSecret(problem)
    ? row('certificate', { verdict: 'wrong', found: 'secretRefused', problem })
    : row('certificate', { verdict: 'couldNotTell', found: 'unread', problem });
}

/** Reads app-only; if that token lacks the permission, as the person who is signed in to this tenant. */
async function readRegistration(
  ports: { readonly identity: SetUpIdentity; readonly graphs: SetUpGraphs },
  connector: ReadyConnector,
  tenantId: string,
  appToken: string | null,
  signal: AbortSignal | undefined,
): Promise<Tried<Registration>> {
  const path = `/applications(appId='${connector.profile.clientId}')?$select=${registrationSelect}`;
  const options = given({ retry: false, priority: 'High', signal } as const);
  const get = (token: string) =>
    tried(async () => {
      const answer = await ports.graphs.withToken(connector, token).get(path, options);
      return parseAnswer(registration, answer);
    });
  const app = appToken === null ? nothing : await get(appToken);
  if (app.value !== null || (app.problem && !isTurnedAway(app.problem))) return app;
  const person = await tried(() =>
    ports.identity.delegatedToken(connector, tenantId, given({ fresh: false, signal })),
  );
  if (person.value === null) return app;
  const seen = await get(person.value.token);
  return seen.value === null && app.problem !== null ? app : seen;
}

interface Tried<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
}
const nothing: Tried<never> = { value: null, problem: null };

/** Returns an expected failure as its problem; rethrows cancellation and bugs. */
async function tried<T>(work: () => Promise<T | null>): Promise<Tried<T>> {
  try {
    return { value: await work(), problem: null };
  } catch (error) {
    if (!(error instanceof EvergrantError)) throw error;
    return { value: null, problem: problemOf(error) };
  }
}

function row(
  kind: RegistrationCheckKind,
  rest: Pick<RegistrationCheck, 'verdict' | 'found' | 'problem'>,
): RegistrationCheck {
  return { kind, params: {}, ...rest };
}

const order: readonly RegistrationCheckKind[] = [
  'application',
  'certificate',
  'redirect',
  'permissions',
  'multiTenant',
  'publisher',
];

/** Every row that was not read, with the reason. */
function unread(problem: Problem): readonly RegistrationCheck[] {
  return order
    .filter((kind) => kind !== 'certificate')
    .map((kind) => row(kind, { verdict: 'couldNotTell', found: 'unread', problem }));
}

/** One row of each kind: the first one counts. */
function inOrder(checks: readonly RegistrationCheck[]): readonly RegistrationCheck[] {
  return order.flatMap((kind) => checks.find((one) => one.kind === kind) ?? []);
}
