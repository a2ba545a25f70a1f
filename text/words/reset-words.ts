import type { Profile } from '../../electron/contract/profile.ts';
import type {
  Reset,
  ResetPurpose,
  ResetSetback,
  ResetStep,
  StepRecord,
} from '../../electron/contract/reset.ts';
import type { Text } from '../create-text.ts';

/** What a reset's sentences say about its connector. */
export type ResetConnector = Pick<Profile, 'name' | 'clientId' | 'backend'>;

/** A step's name. */
export function stepName(text: Text, step: ResetStep, { backend }: ResetConnector): string {
  return text.t(`reset:step.${step}`, { backend: backend?.name ?? text.t('reset:backend') });
}

/** What to do at a step, and who does it. */
export function stepWhat(text: Text, step: ResetStep, { backend }: ResetConnector): string {
  const words = backend?.words ?? '';
  return text.t(`reset:what.${step}`, {
    backend: backend?.name ?? text.t('reset:backend'),
    words: words === '' ? text.t('reset:noWords') : words,
  });
}

/** Why a step is done. */
export function stepWhy(text: Text, step: ResetStep, purpose: ResetPurpose): string {
  const leaving = `reset:whyOffBoard.${step}`;
  return purpose === 'offBoard' && text.i18n.exists(leaving)
    ? text.t(leaving as 'reset:whyOffBoard.vendor')
    : text.t(`reset:why.${step}`);
}

/** How a step ended. */
export function outcomeWords(text: Text, { outcome, by, reason, proof }: StepRecord): string {
  const words = text.t(`reset:outcome.${outcome}`, { by: by ?? '', reason: reason ?? '' });
  return proof === null ? words : `${words}: ${text.t(`reset:proof.${proof}`)}`;
}

/**
 * When the enterprise application was deleted, and when it existed again; and who had continued without the
 * check.
 */
export function setbackWords(
  text: Text,
  { at, undone }: ResetSetback,
  time: (at: string) => string,
): string {
  const gone = undone.find(({ step }) => step === 'deletion')?.at ?? at;
  const overridden = undone.filter(({ outcome }) => outcome === 'overridden');
  return [
    text.t('reset:setback', { gone: time(gone), at: time(at) }),
    ...overridden.map((step) => outcomeWords(text, step)),
  ].join('. ');
}

/** Whether it ended with proof: the deciding check was not skipped. */
export function isProven({ state, steps, purpose }: Reset): boolean {
  const wanted = purpose === 'offBoard' ? 'deletion' : 'testing';
  const proof = steps.find(({ step }) => step === wanted);
  return state === 'finished' && proof?.outcome === 'done';
}

/** Whether the enterprise application that should have been deleted is the one in use. */
function isSameApplication({ purpose, before, after }: Reset): boolean {
  const id = before?.servicePrincipalId ?? null;
  return purpose === 'reset' && id !== null && id === after?.servicePrincipalId;
}

/** The state or the result of the whole reset. */
export function resetResult(text: Text, reset: Reset, connector: ResetConnector): string {
  const { state, abandoned, purpose } = reset;
  if (abandoned !== null) {
    const { by, reason, leftIn } = abandoned;
    return `${text.t('reset:abandoned', { by, reason })} ${text.t(`reset:left.${leftIn}`)}`;
  }
  if (state === 'finished' || state === 'abandoned') {
    const ended = isProven(reset) ? 'finished' : 'unproven';
    if (ended === 'finished' && isSameApplication(reset)) return text.t('reset:finishedSame');
    return text.t(purpose === 'offBoard' ? `reset:offBoard.${ended}` : `reset:${ended}`);
  }
  if (state === 'handedOver') {
    const step =
      reset.heldAt === null ? text.t('common:unknown') : stepName(text, reset.heldAt, connector);
    return text.t('reset:handedOver.stands', { by: reset.holder, step });
  }
  return `${text.t('reset:current')}: ${stepName(text, state, connector)}`;
}
