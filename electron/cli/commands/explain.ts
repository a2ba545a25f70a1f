import type { PersonRow } from '../../contract/directory.ts';
import { timeWords } from '../../../text/words/format.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findGroup } from '../find-group.ts';
import type { Session } from '../session.ts';

/** With more paths than this, the answer is no longer useful. */
const limit = 200;

/** `user QUERY --why GROUP`: every path from the person to the group, from the cache. */
export async function explain(
  session: Pick<Session, 'client' | 'text' | 'terminal' | 'info'>,
  person: PersonRow,
  customer: string,
  query: string,
): Promise<ExitCode> {
  const { client, text, terminal, info } = session;
  const { tenantId, id: personId } = person;
  const { id: groupId } = await findGroup(client, text, tenantId, query);
  const { displayName, syncedAt } = await client.groups.get({ tenantId, groupId });
  const { paths, more } = await client.people.paths({ tenantId, personId, groupId, limit });
  const name = person.displayName ?? person.id;
  const lines = [
    text.t('cli:why.head', {
      person: name,
      customer,
      group: displayName,
      synced: syncedAt === null ? text.t('cli:groups.never') : timeWords(text, syncedAt),
    }),
    ...paths.map((way) => [name, ...way.map((step) => step.displayName)].join(' → ')),
  ];
  if (paths.length === 0) lines.push(text.t('cli:why.none'));
  if (more) lines.push(text.t('cli:why.more'));
  terminal.result(lines.join('\n'), {
    workspace: info.workspace,
    tenantId,
    person,
    group: { id: groupId, displayName },
    syncedAt,
    paths,
    more,
  });
  return paths.length === 0 ? exitCodes.notGreen : exitCodes.ok;
}
