import { expect, test } from 'vitest';
import { EvergrantError } from '../../../../errors/evergrant-error.ts';
import { mostWaitMs } from '../../../../errors/patience.ts';
import { refusalOf } from './list-refusal.ts';

const task = { group: 7, id: 'g', link: null, whole: false };
const furtherPage = { ...task, link: '/groups/g/members?$skiptoken=2' };
const problem = new EvergrantError('sync.unreadablePage', {
  retry: 'after',
  params: { at: '', found: '' },
}).toProblem();
const read = { kind: 'read', value: { members: [], link: null } } as const;
const failed = { kind: 'failed', problem } as const;
const gone = { kind: 'gone', problem } as const;
const later = { kind: 'later', afterMs: 500, patienceMs: 60_000, problem } as const;

test('a list that was read is not refused', () => {
  expect(refusalOf(task, { properties: null, members: read }, 0)).toBeNull();
});

test('a first page that fails is the end; a further page of an expired link begins again', () => {
  const parts = { properties: null, members: failed };
  expect(refusalOf(task, parts, 0)).toEqual({ problem });
  expect(refusalOf(furtherPage, parts, 0)).toEqual({ task, afterMs: 0 });
  expect(refusalOf(furtherPage, parts, 1)).toEqual({ problem });
});

test('properties that fail end it, whatever became of the members', () => {
  for (const members of [read, later, gone]) {
    expect(refusalOf(furtherPage, { properties: failed, members }, 0)).toEqual({ problem });
  }
});

test('a busy service is asked again until its patience is over, or a person’s', () => {
  const parts = { properties: null, members: later };
  expect(refusalOf(furtherPage, parts, 0)).toEqual({ task: furtherPage, afterMs: 500 });
  expect(refusalOf(furtherPage, parts, later.patienceMs)).toEqual({ problem });
  const long = { ...later, afterMs: mostWaitMs + 1 };
  expect(refusalOf(task, { properties: null, members: long }, 0)).toEqual({ problem });
});
