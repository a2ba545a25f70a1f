import type { HostInfo } from '../../contract/contract.ts';
import type { Folder } from './folder.ts';

/** Facts of the host that do not change with the workspace. */
export interface HostFacts {
  readonly host: HostInfo['host'];
  readonly version: string;
  /** Whether the operating system says that there is a network; null where it cannot be told. */
  readonly online: () => boolean | null;
}

/** What screens know of the host and of the folder that is open. */
export async function hostInfo(facts: HostFacts, folder: Folder): Promise<HostInfo> {
  const newcomer = folder.newcomer();
  const home = folder.home();
  const rehearsal = folder.rehearsal();
  const setAside = await folder.setAside().catch(() => null);
  return {
    host: facts.host,
    version: facts.version,
    workspace: folder.name,
    online: folder.name === 'practice' ? null : facts.online(),
    ...folder.status(),
    ...(newcomer && { practiceNewcomer: newcomer }),
    ...(home && { practiceHome: home }),
    ...(rehearsal && { practiceReset: rehearsal }),
    ...(setAside && { setAside }),
  };
}
