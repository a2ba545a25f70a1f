import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What can go wrong with a reset itself. */
export const resetProblems = {
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
  'reset.open': {
    title: 'A reset is in progress for this customer',
    cause: 'It is at step {{step}} of {{of}}, with {{by}}. Doing this now would undo its work.',
    cure: 'Continue the reset, or abandon it first.',
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
  'reset.notHandedOver': {
    title: 'This reset was not handed over',
    cause: 'It was taken back or carried on, perhaps in another window.',
    cure: 'Look at where it stands now; hand it over first, then save its file.',
    who: who.you,
  },
  'reset.cannotTakeOver': {
    title: 'The reset cannot be carried on here',
    cause: 'Something on this computer stands in the way ({{hindrance}}).',
    cure: 'Choose the file again: Evergrant says what is missing, and what to do about it.',
    who: who.you,
  },
  'reset.fileNotOurs': {
    title: 'This file is no reset of Evergrant',
    cause: 'Another file was chosen, or it was cut off on its way.',
    cure: 'Choose the file that your colleague saved: its name ends in .evergrant-reset.json. If it is that one, have it sent again.',
    who: who.you,
  },
  'reset.fileDamaged': {
    title: 'The reset’s file is incomplete',
    cause: 'It was changed or cut off: {{where}} is not as it must be.',
    cure: 'Ask your colleague to save it again; the reset waits there.',
    who: who.you,
  },
  'reset.fileNewer': {
    title: 'The reset’s file was written by a newer Evergrant',
    cause: 'It has version {{version}}; this Evergrant reads up to {{known}}.',
    cure: 'Update Evergrant on this computer, then choose the file again.',
    who: who.you,
  },
  'reset.filePractice': {
    title: 'Practice and real customers are kept apart',
    cause: 'The file comes from Practice and this is not Practice, or the other way round.',
    cure: 'Choose a file that was saved on the same side.',
    who: who.you,
  },
  'reset.unknown': {
    title: 'There is no such reset here',
    cause: 'None was begun for this customer, or it went when the customer was forgotten.',
    cure: 'Open the reset’s page of the customer and look.',
    who: who.you,
  },
  'report.noBrowser': {
    title: 'No browser that makes a PDF was found',
    cause: 'Here Evergrant has Edge, Chrome or Chromium make the PDF, and none is installed.',
    cure: 'Save the report as a web page (HTML), open it in any browser and print it from there. Or install one of the three.',
    who: who.you,
  },
  'report.notPrinted': {
    title: 'The PDF could not be made',
    cause: 'The browser that makes it ended without a file, or took too long: {{reason}}.',
    cure: 'Save again. If it stays so, save the report as a web page (HTML), open it in any browser and print it from there.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
