import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What can go wrong with a reset itself. */
export const resetProblems: Readonly<Record<string, ProblemText>> = {
  'reset.none': {
    title: 'No reset is open for this customer',
    cause: 'It was finished or abandoned, perhaps in another window.',
    cure: 'Look at the customer again; begin a new reset only if the doctor still says so.',
    who: who.you,
  },
  'reset.running': {
    title: 'A reset is already open for this customer',
    cause: 'Somebody began it, perhaps in another window or on the command line.',
    cure: 'Carry that one on.',
    who: who.you,
  },
  'reset.movedOn': {
    title: 'This reset has moved on meanwhile',
    cause: 'It was carried on in another window or by the command line.',
    cure: 'Look at where it stands now, then go on from there.',
    who: who.you,
  },
  'reset.notNow': {
    title: 'That cannot be done at this step',
    cause: 'The reset stands at another step than the one that was looked at.',
    cure: 'Look at where it stands now, then go on from there.',
    who: who.you,
  },
};
