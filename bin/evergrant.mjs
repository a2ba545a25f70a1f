#!/usr/bin/env node
// Plain JavaScript on purpose: on an old Node it says so, before anything newer is loaded.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { takesFolders } from '../scripts/compile-cache.mjs';
import { findNode, nodeMissing } from '../scripts/find-node.mjs';

const built = new URL('../out/cli.js', import.meta.url);
const source = new URL('../electron/cli/main.ts', import.meta.url);
const entry = existsSync(source) ? source : built;

// Compiled code, kept beside the packages: a start then takes half the time. Whoever may write there may
// change the program itself. Where it cannot be kept, Evergrant starts without it.
const compiled =
  process.env.NODE_COMPILE_CACHE ||
  fileURLToPath(new URL('../node_modules/.cache/evergrant-command', import.meta.url));

const node = findNode();
if (node === null) {
  process.stderr.write(nodeMissing);
  process.exitCode = 1;
} else if (node === process.execPath) {
  if (takesFolders(compiled)) module.enableCompileCache?.(compiled);
  await import(entry.href);
} else {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const child = spawn(node, [fileURLToPath(entry), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: takesFolders(compiled) ? { ...env, NODE_COMPILE_CACHE: compiled } : env,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code === null ? 1 : code;
  });
}
