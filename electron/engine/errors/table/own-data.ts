import type { OwnRow } from './row.ts';

/** Our own codes about the directory, the data on this computer and the hosts. */
export const ownDataRows = {
  'store.newerSchema': { params: ['file', 'folder', 'found', 'known'] },
  'store.wrongKey': {},
  'store.damaged': { params: ['file', 'folder'] },
  'store.ledgerMissing': { params: ['folder', 'found'] },
  'store.cacheDamaged': { params: ['file', 'folder', 'keptAs'] },
  'store.full': { params: ['folder'] },
  'store.readOnly': { params: ['file', 'folder', 'reason'] },
  'store.busy': { params: ['file', 'folder'] },
  'store.diskFailed': { params: ['file', 'reason', 'folder'] },
  'store.folderUnusable': { params: ['folder', 'reason'] },

  'sync.unreadablePage': {},
  'sync.incompleteObject': {},
  'sync.peopleMissing': {},
  'sync.deltaImpossible': {},

  'comparison.syncGone': {},

  'group.unknown': {},

  'person.unknown': {},

  'export.unknown': {},
  'export.neverSynced': {},
  'export.formatImpossible': {},
  'export.changedMeanwhile': {},
  'export.notWritten': { params: ['reason'] },
  'export.wouldReplaceWithNothing': { params: ['file'] },
  'export.brokenOff': {},

  'backup.notABackup': {},
  'backup.newerVersion': {},
  'backup.notOpened': {},
  'backup.damaged': {},
  'backup.wouldLose': { params: ['file', 'customers', 'count'] },
  'backup.wouldReplaceOther': { params: ['file'] },
  'backup.ofPractice': {},
  'backup.ofRealData': {},

  'policy.notSynced': {},
  'policy.nothingMarked': {},
  'policy.syncGone': {},

  'keys.noKeeper': {},
  'keys.lost': { params: ['dataDir'] },
  'keys.keyringUnavailable': { params: ['dataDir'] },
  'keys.keyFileMissing': { params: ['file'] },
  'keys.keyFileInvalid': { params: ['file'] },
  'keys.wrongPassphrase': {},
  'keys.wrappedKeyInvalid': { params: ['file'] },
  'keys.noPassphraseSet': {},
  'keys.alreadyKept': {},
  'keys.passphraseFileMissing': { params: ['file', 'source'] },
  'keys.passphraseTooShort': { params: ['file', 'least'] },

  'workspace.locked': {},
  'workspace.refused': {},
  'workspace.closed': {},

  'practice.notStarted': {},
  'cli.usage': { params: ['reason'] },

  'web.portTaken': { params: ['port'] },
  'web.portRefused': { params: ['port'] },
} as const satisfies Readonly<Record<string, OwnRow>>;
