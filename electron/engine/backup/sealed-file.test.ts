import { beforeAll, describe, expect, it } from 'vitest';
import { createCountingRandom } from '../../../test/support/engine-rooms.ts';
import { readSealed, seal, unseal } from './sealed-file.ts';

/**
 * Timeout in milliseconds: deriving a key from a passphrase is slow on purpose, and slower on a busy
 * computer.
 */
const patience = 60_000;

const passphrase = 'correct horse battery';
const content = {
  madeAt: '2026-11-25T20:00:00.000Z',
  practice: false,
  bytes: Buffer.from('fabrikam.example is a customer of ours'),
};
let file: string;
beforeAll(async () => {
  file = await seal(content, passphrase, createCountingRandom());
}, patience);
const changed = (part: object): string => JSON.stringify({ ...readSealed(file), ...part });

describe('a backup file', { timeout: patience }, () => {
  it('opens with its passphrase, however the keyboard composes it', async () => {
    expect(await unseal(file, passphrase)).toEqual(content);
    const accented = await seal(content, 'caf\u00e9 caf\u00e9 caf\u00e9', createCountingRandom());
    expect(await unseal(accented, 'cafe\u0301 cafe\u0301 cafe\u0301')).toEqual(content);
  });

  it('opens with its passphrase as typed, where it was sealed with the mark of a passphrase file', async () => {
    const sealed = await seal(content, `\uFEFF${passphrase}`, createCountingRandom());
    expect(await unseal(sealed, passphrase)).toEqual(content);
  });

  it('tells when it was made and whether it is of Practice, and nothing else', () => {
    expect(readSealed(file)).toMatchObject({ madeAt: content.madeAt, practice: false });
    expect(Buffer.from(readSealed(file).content, 'base64').includes('fabrikam')).toBe(false);
    expect(file).not.toContain('fabrikam');
  });

  it.each([
    ['with another passphrase', () => file, 'another passphrase'],
    ['after it was called one of Practice', () => changed({ practice: true }), passphrase],
    ['with another time', () => changed({ madeAt: '2026-11-26T20:00:00.000Z' }), passphrase],
    ['with a part missing', () => changed({ content: 'AAAA' }), passphrase],
    ['with a short tag', () => changed({ tag: 'AAAA' }), passphrase],
  ])('does not open %s', async (_, text, given) => {
    await expect(unseal(text(), given)).rejects.toMatchObject({ code: 'backup.notOpened' });
  });

  it.each([
    ['another file', 'id,name\n1,Jane', 'backup.notABackup'],
    ['JSON of something else', '{"format":"scim"}', 'backup.notABackup'],
    [
      'one of a newer Evergrant',
      '{"format":"evergrant-backup","version":2}',
      'backup.newerVersion',
    ],
    ['a part of one', '{"format":"evergrant-backup","version":1}', 'backup.damaged'],
  ])('is told apart from %s', async (_, text, code) => {
    await expect(unseal(text, passphrase)).rejects.toMatchObject({ code });
  });

  it('does not ask for more memory than a backup of ours needs', async () => {
    const { kdf } = readSealed(file);
    const greedy = changed({ kdf: { ...kdf, N: 2 ** 20, r: 32 } });
    await expect(unseal(greedy, passphrase)).rejects.toMatchObject({ code: 'backup.damaged' });
  });
});
