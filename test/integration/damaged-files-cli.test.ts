import { cpSync, existsSync, lstatSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSentence } from '../../electron/platform/problem-sentence.ts';
import { createText } from '../../text/create-text.ts';
import { setAsideWords } from '../../text/words/set-aside-words.ts';
import { answers } from '../support/damaged-files/answers.ts';
import { contentOf, prepareData, withBesides } from '../support/damaged-files/prepared-data.ts';
import type {
  AnsweredCommand,
  DataCopy,
  PreparedData,
} from '../support/damaged-files/prepared-data.ts';
import { ways, waysOfProcesses } from '../support/damaged-files/ways.ts';
import type { StoreFile, Way } from '../support/damaged-files/ways.ts';
import { boundByRights } from '../support/damaged-files/without-root.ts';

const text = createText();
const list = ['tenants', 'list'] as const;
const starter = boundByRights();
const possible = {
  'ledger.db': waysOfProcesses('ledger.db', starter !== null),
  'directory.db': waysOfProcesses('directory.db', starter !== null),
};

let data: PreparedData;
beforeAll(async () => {
  data = await prepareData(starter ?? []);
});
afterAll(() => data?.dispose());

const waysOf = (file: StoreFile, ...outcomes: readonly Way['comesTo'][]): readonly Way[] =>
  possible[file].filter(({ comesTo }) => outcomes.includes(comesTo));

/** The customer is listed, and nothing is reported. */
async function expectCustomer(copy: DataCopy): Promise<AnsweredCommand> {
  const listed = await copy.ask(...list);
  expect(listed).toMatchObject({ code: 0, document: { tenants: [{ tenantId: data.tenantId }] } });
  return listed;
}

/** Expects that a sync reads everything from Microsoft again. */
async function expectRowsAfterSync(copy: DataCopy): Promise<void> {
  expect(await copy.ask('sync', data.tenantId)).toMatchObject({ code: 0 });
  const { code, document } = await copy.ask('groups', data.tenantId);
  expect([code, document.groups?.length]).toEqual([0, 20]);
}

/** Three typical ways for which a sync runs; for the others it is enough that the new cache can be read. */
const synced: ReadonlySet<string> = new Set(['is missing', 'is a text', 'is cut to half']);

/** The cache opens and has no rows, and the damage is not reported a second time. */
async function expectEmptyCache(copy: DataCopy): Promise<void> {
  const { code, document, stderr } = await copy.ask('groups', data.tenantId);
  expect([code, document.groups, document.notices, stderr]).toEqual([3, [], undefined, '']);
}

/** The answer of a command that found the damage while reading. */
function expectMetWhereRead(copy: DataCopy, { code, document, stderr }: AnsweredCommand): void {
  expect([code, document.problem?.code]).toEqual([5, 'store.cacheDamaged']);
  expect(document.problem).toMatchObject({ retry: 'now' });
  const keptAs = String(document.problem?.params['keptAs']);
  expect(keptAs).toMatch(/^directory\.damaged-\d\.db$/);
  expect(stderr).toContain(keptAs);
  expect(stderr).toContain('Try again');
  expect(existsSync(copy.at(keptAs))).toBe(true);
}

/** Moves the ledger away, as the message says, unchanged; restoring the backup returns the customer. */
async function restoreInItsPlace(copy: DataCopy, before: string): Promise<void> {
  const away = copy.moveAway(...withBesides('ledger.db'));
  expect(contentOf(path.join(away, 'ledger.db'))).toBe(before);
  expect(await copy.ask(...data.restore)).toMatchObject({ code: 0 });
  await expectCustomer(copy);
}

/** Expects a refusal on standard error and in the document, and unchanged files. */
async function expectRefused(copy: DataCopy, file: StoreFile, code: string): Promise<string> {
  const before = contentOf(copy.at(file));
  const [asked, said] = await Promise.all([copy.ask(...list), copy.run(...list)]);
  const { problem } = asked.document;
  expect([asked.code, said.code, problem?.code]).toEqual([5, 5, code]);
  expect(problem?.params).toMatchObject({ folder: copy.folder });
  expect(said.stdout).toBe('');
  expect(said.stderr).toBe(problemSentence(text, problem ?? { code: '', params: {} }));
  expect(said.stderr).not.toContain('{{');
  expect(said.stderr).toContain(copy.folder);
  expect(contentOf(copy.at(file))).toBe(before);
  return before;
}

describe('ledger.db', () => {
  const file = 'ledger.db';

  it.each(waysOf(file, 'missing', 'unusable'))(
    'that $name is refused and kept; a backup, restored as the words say, brings the customers back',
    async (way) => {
      const copy = data.damaged(file, way);
      const before = await expectRefused(copy, file, answers[file][way.comesTo].code ?? '');
      await restoreInItsPlace(copy, before);
    },
  );

  it.each(waysOf(file, 'whereRead'))(
    'that $name is refused where the page is read, or gives the true customers',
    async (way) => {
      const copy = data.damaged(file, way);
      const before = contentOf(copy.at(file));
      const listed = await copy.ask(...list);
      if (listed.code === 0) {
        expect(listed.document.tenants).toMatchObject([{ tenantId: data.tenantId }]);
      } else {
        await expectRefused(copy, file, 'store.damaged');
        expect(contentOf(copy.at(file))).toBe(before);
      }
      await restoreInItsPlace(copy, contentOf(copy.at(file)));
    },
  );

  it.each(waysOf(file, 'fine'))('that $name works as before', async (way) => {
    const listed = await expectCustomer(data.damaged(file, way));
    expect([listed.stderr, listed.document.notices]).toEqual(['', undefined]);
  });

  it('that is damaged and not moved away is kept; the backup is not brought in', async () => {
    const copy = data.damaged(file, wayOf('is cut to half'));
    const before = contentOf(copy.at(file));
    expect(await copy.ask(...data.restore)).toMatchObject({
      code: 5,
      document: { problem: { code: 'store.damaged' } },
    });
    expect(contentOf(copy.at(file))).toBe(before);
  });

  it('that is damaged can be replaced by an intact copy, as the words say', async () => {
    const copy = data.damaged(file, wayOf('is a text'));
    await expectRefused(copy, file, 'store.damaged');
    copy.moveAway(...withBesides(file));
    cpSync(data.copy().at(file), copy.at(file));
    await expectCustomer(copy);
  });

  it('that is damaged can be left behind: without the other files Evergrant starts empty', async () => {
    const copy = data.damaged(file, wayOf('is zeros'));
    await expectRefused(copy, file, 'store.damaged');
    copy.moveAway(...withBesides(file), ...withBesides('directory.db'), 'key.json');
    expect(await copy.ask(...list)).toMatchObject({ code: 0, document: { tenants: [] } });
    expect(await copy.ask(...data.restore)).toMatchObject({ code: 0 });
    await expectCustomer(copy);
  });
});

describe('directory.db', () => {
  const file = 'directory.db';

  it.each(waysOf(file, 'missing', 'unusable'))(
    'that $name is set aside under the name that is shown, and an empty one works',
    async (way) => {
      const copy = data.damaged(file, way);
      const twin = copy.copy();
      const before = contentOf(copy.at(file));
      const [listed, said] = await Promise.all([expectCustomer(copy), twin.run(...list)]);
      const keptAs = before === 'nothing' ? null : 'directory.damaged-1.db';
      expect(listed.document.notices).toEqual([{ kind: 'setAside', file, keptAs }]);
      expect(said.code).toBe(0);
      expect(said.stdout).toContain(data.tenantId);
      expect(said.stderr).toBe(
        `${text.t('shell:setAside.title')} ${setAsideWords(text, { file, keptAs })}`,
      );
      if (keptAs !== null) expect(contentOf(copy.at(keptAs))).toBe(before);
      if (synced.has(way.name)) await expectRowsAfterSync(copy);
      else await expectEmptyCache(copy);
    },
  );

  it.each(waysOf(file, 'whereRead'))(
    'that $name is set aside when the page is read; a sync brings the rows back',
    async (way) => {
      const copy = data.damaged(file, way);
      const listed = await copy.ask(...list);
      if (listed.code === 5) expectMetWhereRead(copy, listed);
      await expectCustomer(copy);
      const read = await copy.ask('groups', data.tenantId);
      if (read.code === 5) expectMetWhereRead(copy, read);
      else expect([0, 3]).toContain(read.code);
      await expectRowsAfterSync(copy);
    },
  );

  it.each([
    ['a list of customers', [...list]],
    ['a sync', ['sync']],
  ])('whose damage is met by %s is named, with its new name and what to do', async (_, args) => {
    const copy = data.damaged(file, wayOf('has a changed bit in every table but the search index'));
    const before = contentOf(copy.at(file));
    const read = await copy.ask(...args, ...(args[0] === 'sync' ? [data.tenantId] : []));
    expectMetWhereRead(copy, read);
    expect(contentOf(copy.at('directory.damaged-1.db'))).toBe(before);
    await expectCustomer(copy);
    await expectRowsAfterSync(copy);
  });

  it.each(waysOf(file, 'fine'))('that $name works as before', async (way) => {
    const copy = data.damaged(file, way);
    const listed = await expectCustomer(copy);
    expect([listed.stderr, listed.document.notices]).toEqual(['', undefined]);
    const { document } = await copy.ask('groups', data.tenantId);
    expect(document.groups).toHaveLength(20);
  });
});

describe.each(['ledger.db', 'directory.db'] as const)('%s', (file) => {
  it.each(waysOf(file, 'newer'))(
    'that $name is refused and kept; moved away as the words say, it is restored or synced',
    async (way) => {
      const copy = data.damaged(file, way);
      const before = await expectRefused(copy, file, 'store.newerSchema');
      if (file === 'ledger.db') {
        await restoreInItsPlace(copy, before);
      } else {
        copy.moveAway(...withBesides(file));
        await expectCustomer(copy);
        await expectRowsAfterSync(copy);
      }
    },
  );

  it.each(waysOf(file, 'notReadable'))(
    'that $name is refused; with the right to read and write it everything is there',
    async (way) => {
      const copy = data.damaged(file, way);
      const [asked, said] = await Promise.all([copy.ask(...list), copy.run(...list)]);
      expect(asked).toMatchObject({
        code: 5,
        document: { problem: { code: 'store.readOnly', params: { folder: copy.folder } } },
      });
      expect(said.code).toBe(5);
      expect(said.stderr).toContain(copy.folder);
      expect(lstatSync(copy.at(file)).mode & 0o777).toBe(0);
      chmodSync(copy.at(file), 0o600);
      await expectCustomer(copy);
      const { document } = await copy.ask('groups', data.tenantId);
      expect(document.groups).toHaveLength(20);
    },
  );
});

function wayOf(name: string): Way {
  const found = ways.find((way) => way.name === name);
  if (found === undefined) throw new Error(`There is no way that ${name}.`);
  return found;
}
