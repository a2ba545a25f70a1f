import type { CloudName } from '../../../../electron/contract/cloud.ts';
import type { NewSetUp } from '../../../../electron/contract/set-up.ts';

/** What a person has typed about the connector to be. */
export interface SetUpDraft {
  readonly name: string;
  readonly home: string;
  readonly cloud: CloudName;
  readonly cloudFile: string;
}

/** What is wrong with a draft, by field. */
export type SetUpFaults = Partial<Record<'name' | 'home' | 'cloudFile', true>>;

/** Finds what can be put right before anything is sent. The engine checks again. */
export function faultsOf(draft: SetUpDraft): SetUpFaults {
  return {
    ...(draft.name.trim() === '' && { name: true }),
    ...(draft.home.trim() === '' && { home: true }),
    ...(draft.cloud === 'custom' && draft.cloudFile.trim() === '' && { cloudFile: true }),
  };
}

/** The draft as the engine takes it. */
export function newSetUpOf({ name, home, cloud, cloudFile }: SetUpDraft): NewSetUp {
  return {
    name: name.trim(),
    home: home.trim(),
    cloud: cloud === 'custom' ? { kind: cloud, file: cloudFile.trim() } : { kind: cloud },
  };
}
