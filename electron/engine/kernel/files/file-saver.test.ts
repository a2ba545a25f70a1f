import { describe, expect, test } from 'vitest';
import type { ExportPlace, ExportSink, Log } from '../ports.ts';
import { createFileSaver } from './file-saver.ts';

const warned: string[] = [];
const log: Log = { debug() {}, info() {}, warn: (event) => void warned.push(event), error() {} };

/** A sink that records what happened to it. */
function sinkOf(changes: Partial<ExportSink> = {}) {
  const told: string[] = [];
  const sink: ExportSink = {
    write: async (bytes) => void told.push(Buffer.from(bytes).toString('utf8')),
    commit: async () => {
      told.push('commit');
      return '/saved/a.pdf';
    },
    abort: async () => void told.push('abort'),
    ...changes,
  };
  return { sink, told };
}

/** Saves in a host that answers this; `told` is called when the file is complete. */
function save(place: ExportPlace, told: string[], content: string | Uint8Array = 'Zürich') {
  const files = createFileSaver({ files: { choose: () => place }, log });
  const file = { name: 'a.pdf', mediaType: 'application/pdf', content };
  return files.save(file, async () => void told.push('written'));
}

describe('a small file', () => {
  test.each([
    ['text', 'Zürich'],
    ['bytes', Buffer.from('Zürich')],
  ])('of %s is whole before anything says so', async (_what, content) => {
    const { sink, told } = sinkOf();
    const saved = await save({ download: null, opened: Promise.resolve(sink) }, told, content);
    expect(saved).toEqual({ download: null, path: '/saved/a.pdf' });
    expect(told).toEqual(['Zürich', 'commit', 'written']);
  });

  test('that the person does not want is none', async () => {
    const told: string[] = [];
    const saved = await save({ download: null, opened: Promise.resolve(null) }, told);
    expect(saved).toEqual({ download: null, path: null });
    expect(told).toEqual([]);
  });

  test('that cannot be written leaves nothing, and nothing says that it is there', async () => {
    const { sink, told } = sinkOf({ write: () => Promise.reject(new Error('disk full')) });
    await expect(save({ download: null, opened: Promise.resolve(sink) }, told)).rejects.toThrow(
      'disk full',
    );
    expect(told).toEqual(['abort']);
  });

  test('that a browser takes is told when it has been taken', async () => {
    const { sink, told } = sinkOf();
    const taking = Promise.withResolvers<ExportSink | null>();
    const saved = await save({ download: '/exports/1', opened: taking.promise }, told);
    expect(saved).toEqual({ download: '/exports/1', path: null });
    expect(told).toEqual([]);
    taking.resolve(sink);
    await expect.poll(() => told).toEqual(['Zürich', 'commit', 'written']);
  });

  test('that a browser breaks off is a line of the log', async () => {
    const { sink, told } = sinkOf({ commit: () => Promise.reject(new Error('broken off')) });
    await save({ download: '/exports/1', opened: Promise.resolve(sink) }, told);
    await expect.poll(() => warned).toEqual(['file.notTaken']);
    expect(told).toEqual(['Zürich', 'abort']);
  });
});
