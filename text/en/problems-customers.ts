import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const correctTheRow = 'Correct the row in the file and choose the file again.';

/** Importing customers from a file. */
export const customersProblems = {
  'import.empty': {
    title: 'This file has no customers',
    cause: 'It’s empty, or has only headings.',
    cure: 'Choose a file with one customer on each line.',
    who: who.you,
  },
  'import.notSeparated': {
    title: 'The file can’t be read as a table',
    cause: 'A quotation mark that opens on line {{line}} or before it is never closed.',
    cure: 'Correct that line, or save the table as CSV again, and choose the file again.',
    who: who.you,
  },
  'import.noDomainColumn': {
    title: 'No column has the customers’ domains or tenant IDs',
    cause: 'The first line has these headings: {{headings}}.',
    cure: 'Name one column “domain” or “tenant id”, and choose the file again.',
    who: who.you,
  },
  'import.tooManyRows': {
    title: 'The file has too many rows',
    cause: 'It has {{rows}}; Evergrant accepts {{most}} at a time.',
    cure: 'Check that it’s the right file, or split it.',
    who: who.you,
  },
  'import.tooLarge': {
    title: 'The file is too large',
    cause: 'Evergrant accepts up to {{megabytes}} MB at a time: about ten thousand customers.',
    cure: 'Check that it’s the right file, or split it.',
    who: who.you,
  },
  'import.noDomain': {
    title: 'The row has no domain and no tenant ID',
    cause: 'The cell is empty, or the value is in another column.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.extraCells': {
    title: 'The row has more cells than the {{columns}} columns',
    cause: 'A cell contains the separator and isn’t in quotation marks.',
    cure: `Put that cell in quotation marks. ${correctTheRow}`,
    who: who.you,
  },
  'import.aliasTooLong': {
    title: 'The name is too long',
    cause: 'A name can have at most 120 characters.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.notesTooLong': {
    title: 'The notes are too long',
    cause: 'Notes can have at most 4,000 characters.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.tagsTooMany': {
    title: 'The tags are too long or too many',
    cause: 'A tag can have at most 40 characters, and a customer at most 20 tags.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.connectorMissing': {
    title: 'The row doesn’t name a connector',
    cause: 'There are several connectors, and none was chosen for the file.',
    cure: 'Choose the connector for the file, or name it in a column “connector”.',
    who: who.you,
  },
  'import.connectorUnknown': {
    title: 'No connector is called “{{connector}}”',
    cause: 'Its name in Evergrant is different, or the connector was removed.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.connectorAmbiguous': {
    title: 'Several connectors are called “{{connector}}”',
    cause: 'The name doesn’t show which one is meant.',
    cure: `Use the connector’s client ID instead. ${correctTheRow}`,
    who: who.you,
  },
  'import.refused': {
    title: 'Nothing was added: some rows can’t be added ({{rows}})',
    cause: 'Evergrant adds a file as a whole or not at all.',
    cure: 'Correct these rows or remove them from the file, and choose the file again.',
    who: who.you,
  },
  'import.nothingNew': {
    title: 'There are no customers to add',
    cause: 'All of them are already in Evergrant.',
    cure: 'Nothing to do.',
    who: who.nobody,
  },
  'import.addedMeanwhile': {
    title: 'Nothing was added: {{name}} was added in the meantime',
    cause: 'Another window or script added this customer after the list was read.',
    cure: 'Read the list again.',
    who: who.you,
  },
  'import.gone': {
    title: 'This preview is no longer available',
    cause: 'Evergrant was restarted, or several other files were read since.',
    cure: 'Choose the file again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
