import type { ProblemText } from './problem-text.ts';
import { who } from './problem-text.ts';

/** Setting up a connector: key pairs, the registration. */
export const setUpProblems: Readonly<Record<string, ProblemText>> = {
  'keyPair.unknown': {
    title: 'This key pair is not here any more',
    cause: 'It was put to use or given up, perhaps in another window.',
    cure: 'Begin again: a new key pair takes a second.',
    who: who.you,
  },
};
