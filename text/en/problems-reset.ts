import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What can go wrong with a reset itself. */
export const resetProblems = {
  'reset.none': {
    title: 'No reset is open for this customer',
    cause: 'It was finished or abandoned, perhaps in another window.',
    cure: 'Check the customer’s status. Start a new reset only if Find the cause still recommends it.',
    who: who.you,
  },
  'reset.running': {
    title: 'A reset is already open for this customer',
    cause: 'Someone started it, perhaps in another window or on the command line.',
    cure: 'Continue that reset.',
    who: who.you,
  },
  'reset.open': {
    title: 'A reset is in progress for this customer',
    cause: 'It’s at step {{step}} of {{of}}, with {{by}}. Doing this now would undo its work.',
    cure: 'Continue the reset, or abandon it first.',
    who: who.you,
  },
  'reset.movedOn': {
    title: 'This reset has moved on in the meantime',
    cause: 'It was continued in another window or on the command line.',
    cure: 'Check its current step, then continue from there.',
    who: who.you,
  },
  'reset.notNow': {
    title: 'This can’t be done at this step',
    cause: 'The reset is at a different step than the one you saw.',
    cure: 'Check its current step, then continue from there.',
    who: who.you,
  },
  'reset.notHandedOver': {
    title: 'This reset wasn’t handed over',
    cause: 'It was taken back or continued, perhaps in another window.',
    cure: 'Check its current step. Hand it over first, then save its file.',
    who: who.you,
  },
  'reset.cannotTakeOver': {
    title: 'The reset can’t be continued on this computer',
    cause: 'Something on this computer prevents it ({{hindrance}}).',
    cure: 'Choose the file again: Evergrant shows what is missing, and what to do about it.',
    who: who.you,
  },
  'reset.fileNotOurs': {
    title: 'This is not an Evergrant reset file',
    cause: 'Another file was chosen, or it was cut off in transit.',
    cure: 'Choose the file that your colleague saved: its name ends in .evergrant-reset.json. If this is that file, ask for it to be sent again.',
    who: who.you,
  },
  'reset.fileDamaged': {
    title: 'The reset file is incomplete',
    cause: 'It was changed or cut off: {{where}} isn’t as it should be.',
    cure: 'Ask your colleague to save it again; the reset is still on their computer.',
    who: who.you,
  },
  'reset.fileNewer': {
    title: 'The reset file was written by a newer Evergrant',
    cause: 'The file has version {{version}}; this Evergrant reads up to {{known}}.',
    cure: 'Update Evergrant on this computer, then choose the file again.',
    who: who.you,
  },
  'reset.filePractice': {
    title: 'Practice and real customers stay separate',
    cause: 'The file comes from Practice and this isn’t Practice, or the other way around.',
    cure: 'Choose a file that was saved on the same side.',
    who: who.you,
  },
  'reset.unknown': {
    title: 'Evergrant has no such reset',
    cause: 'None was started for this customer, or it was deleted when the customer was forgotten.',
    cure: 'Check the customer’s reset page.',
    who: who.you,
  },
  'report.noBrowser': {
    title: 'Evergrant found no browser that can make a PDF',
    cause: 'On this computer, Edge, Chrome or Chromium makes the PDF, and none is installed.',
    cure: 'Save the report as a web page (HTML), open it in any browser and print it from there. Or install one of the three.',
    who: who.you,
  },
  'report.notPrinted': {
    title: 'The PDF couldn’t be created',
    cause: 'The browser that creates it ended without a file, or took too long: {{reason}}.',
    cure: 'Save again. If it keeps happening, save the report as a web page (HTML), open it in any browser and print it from there.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
