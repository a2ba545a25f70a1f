import { chmodSync, cpSync } from 'node:fs';
import { safe } from '@orpc/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createText } from '../../text/create-text.ts';
import { describeProblem } from '../../text/words/problem-text.ts';
import { answers } from '../support/damaged-files/answers.ts';
import { contentOf, prepareData, withBesides } from '../support/damaged-files/prepared-data.ts';
import type { DataCopy, PreparedData } from '../support/damaged-files/prepared-data.ts';
import { storeFiles, waysOfProcesses } from '../support/damaged-files/ways.ts';
import type { StoreFile, Way } from '../support/damaged-files/ways.ts';
import { startWindowHost } from '../support/damaged-files/window.ts';
import type { WindowHost, WindowLine } from '../support/damaged-files/window.ts';
import { boundByRights } from '../support/damaged-files/without-root.ts';

const text = createText();
const starter = boundByRights();

let data: PreparedData;
let host: WindowHost;
beforeAll(async () => {
  data = await prepareData();
});
afterAll(() => data?.dispose());
afterEach(async () => {
  await host.end();
});

/** Expects the rows that the window shows first. */
async function expectCustomer({ client }: WindowLine): Promise<void> {
  expect(await client.tenants.list()).toMatchObject([{ tenantId: data.tenantId }]);
}

/** Does what the message says, as far as that is possible outside the window. */
function mend(copy: DataCopy, file: StoreFile, { comesTo }: Way): void {
  if (comesTo === 'notReadable') {
    chmodSync(copy.at(file), 0o600);
    return;
  }
  copy.moveAway(...withBesides(file));
  if (file === 'ledger.db') cpSync(data.copy().at(file), copy.at(file));
}

/**
 * The window shows the reason; after the repair, Try again shows the customers without a restart of the
 * host.
 */
async function expectRefusal(copy: DataCopy, file: StoreFile, way: Way, first: WindowLine) {
  const { problem } = await first.client.host.info();
  const isMetWhereRead = way.comesTo === 'whereRead';
  expect(problem?.code).toBe(isMetWhereRead ? 'store.damaged' : answers[file][way.comesTo].code);
  const words = describeProblem(text, problem ?? { code: '', params: {} });
  expect(`${words.meaning} ${words.cause} ${words.cure}`).not.toContain('{{');
  expect(words.cure).toContain(copy.folder);
  const { error } = await safe(first.client.tenants.list());
  expect(error).toMatchObject({ data: { code: problem?.code } });
  mend(copy, file, way);
  expect(await first.client.host.tryAgain()).toMatchObject({ state: 'ready', problem: null });
  first.close();
  const second = await host.open();
  await expectCustomer(second);
  second.close();
}

describe.each(storeFiles)('%s', (file) => {
  it.each(waysOfProcesses(file, starter !== null))('that $name', async (way) => {
    const copy = data.damaged(file, way);
    const before = contentOf(copy.at(file));
    const through = way.comesTo === 'notReadable' ? (starter ?? []) : [];
    host = await startWindowHost(copy.folder, data.keyFile, through);
    const line = await host.open();
    const info = await line.client.host.info();
    const isRefused = info.state === 'refused';
    if (way.comesTo !== 'whereRead') {
      expect(isRefused).toBe(answers[file][way.comesTo].window === 'refusal');
    }
    if (isRefused) {
      if (way.comesTo !== 'notReadable') expect(contentOf(copy.at(file))).toBe(before);
      await expectRefusal(copy, file, way, line);
      return;
    }
    // Where the page finds the damage, it asks again, as the screens do.
    const listed = await safe(line.client.tenants.list());
    if (listed.error !== null) {
      expect([way.comesTo, listed.error]).toMatchObject([
        'whereRead',
        { data: { code: 'store.cacheDamaged' } },
      ]);
    }
    await expectCustomer(line);
    const { setAside } = await line.client.host.info();
    if (way.comesTo !== 'whereRead') {
      expect(setAside !== undefined).toBe(answers[file][way.comesTo].window === 'banner');
    }
    if (setAside !== undefined) {
      const keptAs = before === 'nothing' ? null : 'directory.damaged-1.db';
      expect(setAside).toEqual({ file, keptAs });
      if (keptAs !== null) expect(contentOf(copy.at(keptAs))).not.toBe('nothing');
    }
    line.close();
  });
});
