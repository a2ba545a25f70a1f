import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const correctTheRow = 'Correct the row in the file and choose the file again.';

/** Adding many customers at once, and forgetting one. */
export const customersProblems = {
  'import.empty': {
    title: 'There are no customers in this file',
    cause: 'It is empty, or has headings alone.',
    cure: 'Choose a file with one customer on each line.',
    who: who.you,
  },
  'import.notSeparated': {
    title: 'The file cannot be read as a table',
    cause: 'A quotation mark that opens on line {{line}} or before it is never closed.',
    cure: 'Correct that line, or save the table as CSV anew, and choose the file again.',
    who: who.you,
  },
  'import.noDomainColumn': {
    title: 'No column has the customers’ domains or tenant ids',
    cause: 'The first line has these headings: {{headings}}.',
    cure: 'Call one column “domain” or “tenant id” and choose the file again.',
    who: who.you,
  },
  'import.tooManyRows': {
    title: 'The file has too many rows',
    cause: 'It has {{rows}}; Evergrant takes {{most}} at once.',
    cure: 'Check that it is the right file, or divide it.',
    who: who.you,
  },
  'import.tooLarge': {
    title: 'The file is too large',
    cause: 'Evergrant takes up to {{megabytes}} MB at once: some ten thousand customers.',
    cure: 'Check that it is the right file, or divide it.',
    who: who.you,
  },
  'import.noDomain': {
    title: 'The row has no domain and no tenant id',
    cause: 'The cell is empty, or stands in another column.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.extraCells': {
    title: 'The row has more cells than the {{columns}} columns',
    cause: 'A cell holds the separator and is not in quotation marks.',
    cure: `Put that cell into quotation marks. ${correctTheRow}`,
    who: who.you,
  },
  'import.aliasTooLong': {
    title: 'The name is too long',
    cause: 'A name has at most 120 characters.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.notesTooLong': {
    title: 'The notes are too long',
    cause: 'Notes have at most 4,000 characters.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.tagsTooMany': {
    title: 'The tags are too long or too many',
    cause: 'A tag has at most 40 characters, and a customer at most 20 tags.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.connectorMissing': {
    title: 'The row does not say which connector',
    cause: 'There are several connectors, and none was chosen for the file.',
    cure: 'Choose the connector for the file, or name it in a column “connector”.',
    who: who.you,
  },
  'import.connectorUnknown': {
    title: 'No connector is called “{{connector}}”',
    cause: 'The name is written differently here, or the connector was removed.',
    cure: correctTheRow,
    who: who.you,
  },
  'import.connectorAmbiguous': {
    title: 'Several connectors are called “{{connector}}”',
    cause: 'A name alone does not tell them apart.',
    cure: `Write the connector’s client id instead. ${correctTheRow}`,
    who: who.you,
  },
  'import.refused': {
    title: 'Nothing was added: some rows cannot be ({{rows}})',
    cause: 'A file is added as a whole or not at all.',
    cure: 'Correct these rows, or take them out of the file, and choose the file again.',
    who: who.you,
  },
  'import.nothingNew': {
    title: 'There is nobody to add',
    cause: 'All of them are here already.',
    cure: 'Nothing needs to be done.',
    who: who.nobody,
  },
  'import.addedMeanwhile': {
    title: 'Nothing was added: {{name}} has come here meanwhile',
    cause: 'Another window or script has added the customer since the list was read.',
    cure: 'Read the list again.',
    who: who.you,
  },
  'import.gone': {
    title: 'This preview is no longer kept',
    cause: 'Evergrant was started again, or several other files were read since.',
    cure: 'Choose the file again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
