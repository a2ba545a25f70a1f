import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findNode, isNewEnough, nodeMissing } from './find-node.mjs';

it.each([
  ['20.20.2', false],
  ['24.14.9', false],
  ['24.15.0', true],
  ['24.21.0', true],
  ['26.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

it('finds a Node that is new enough, this one or the one of the project', () => {
  const node = findNode();
  const version = spawnSync(node ?? '', ['-p', 'process.versions.node'], { encoding: 'utf8' });
  expect(isNewEnough(version.stdout.trim())).toBe(true);
});

it('says in one sentence what to do when there is none', () => {
  expect(nodeMissing).toMatch(/^Evergrant needs Node 24 .*nodejs\.org.*npm ci again\.\n$/);
});

it('the command answers whatever Node it was started with', () => {
  const bin = path.resolve(import.meta.dirname, '../bin/evergrant.mjs');
  const { stdout, status } = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
  expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(status).toBe(0);
});
