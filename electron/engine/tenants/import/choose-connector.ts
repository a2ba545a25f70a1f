import type { Problem } from '../../../contract/problem.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { FileRow } from './read-customers-file.ts';

/** A connector as a file can name it. */
export interface NamedProfile {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
}

/** A row with its connector; null with the problem when there is no clear choice. */
export interface RowOfConnector extends FileRow {
  readonly profile: NamedProfile | null;
}

/**
 * The connector of a row: the one that it gives by name, client ID or ID; else the one chosen for the
 * file; else the only one.
 */
export function chooseConnector(
  row: FileRow,
  profiles: readonly NamedProfile[],
  chosenId: string | null,
): RowOfConnector {
  const refuse = (problem: Problem): RowOfConnector => ({
    ...row,
    profile: null,
    problem: row.problem ?? problem,
  });
  if (row.connector === null) {
    const chosen = profiles.find(({ id }) => id === chosenId);
    const only = profiles.length === 1 ? profiles[0] : undefined;
    const profile = chosen ?? only;
    return profile ? { ...row, profile } : refuse(newProblem('import.connectorMissing'));
  }
  const wanted = fold(row.connector);
  const [match, another] = profiles.filter(({ id, name, clientId }) =>
    [id, clientId, name].some((word) => fold(word) === wanted),
  );
  const params = { connector: row.connector.slice(0, 120) };
  if (!match) return refuse(newProblem('import.connectorUnknown', { params }));
  return another
    ? refuse(newProblem('import.connectorAmbiguous', { params }))
    : { ...row, profile: match };
}

function fold(words: string): string {
  return words.trim().normalize('NFC').toLowerCase();
}
