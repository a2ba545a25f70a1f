import type { HostInfo } from '../../contract/contract.ts';
import type { Folder } from './folder.ts';

/** Facts of the host that do not change with the workspace. */
export interface HostFacts {
  readonly host: HostInfo['host'];
  readonly version: string;
  /** Whether the operating system reports a network; null if that can't be determined. */
  readonly online: () => boolean | null;
}

/** What screens know about the host and the open folder. */
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
