import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The project's folder. */
export const projectDir = path.resolve(import.meta.dirname, '..');

/** The output folder of a build; `electron-builder.yml` packs it. */
export const outDir = path.join(projectDir, 'out');

/** Programs and threads, each with its own file in `out/`. */
const nodeEntries = {
  main: 'electron/main.ts',
  web: 'electron/web/main.ts',
  cli: 'electron/cli/main.ts',
  practice: 'practice/main.ts',
  'store-writer': 'electron/engine/store/workers/store-writer.ts',
  'store-reader': 'electron/engine/store/workers/store-reader.ts',
} as const;

/**
 * Native modules remain in node_modules; Electron provides `electron`; the rest of the list is optional for
 * `ws`.
 */
const external = [
  'electron',
  /^electron\//,
  'better-sqlite3-multiple-ciphers',
  '@napi-rs/keyring',
  'bufferutil',
  'utf-8-validate',
  ...builtinModules,
  /^node:/,
];

const shared = {
  root: projectDir,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
} as const satisfies InlineConfig;

/**
 * The screens: `out/renderer/`. Assets remain separate files, because the policy of both hosts forbids inline
 * content.
 */
function rendererBundle(outDir: string): InlineConfig {
  return {
    ...shared,
    root: path.join(projectDir, 'renderer'),
    plugins: [react()],
    build: {
      outDir: path.join(outDir, 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: 'chrome140',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
    },
  };
}

/**
 * Every Node program in one build, so that they share chunks. Chunks are in the same folder as the entries,
 * so that `import.meta.url` leads from any of them to `out/` (electron/platform/entries.ts).
 */
function nodeBundle(outDir: string): InlineConfig {
  const input = Object.fromEntries(
    Object.entries(nodeEntries)
      .map(([name, file]) => [name, path.join(projectDir, file)] as const)
      .filter(([, file]) => existsSync(file)),
  );
  return {
    ...shared,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external,
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[name]-[hash].js',
          // The build folder is one level deeper than the final one (scripts/build.ts).
          sourcemapPathTransform: (source) => source.replace(/^\.\.\//, ''),
        },
      },
    },
  };
}

/** A sandboxed preload must be a single CommonJS file (electronjs.org/docs/latest/tutorial/esm). */
function preloadBundle(outDir: string): InlineConfig {
  return {
    ...shared,
    build: {
      ssr: true,
      target: 'chrome140',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { preload: path.join(projectDir, 'electron/preload.ts') },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
    ssr: { noExternal: true, target: 'node' },
  };
}

/** All bundles of the product, by name. */
export const bundles = {
  renderer: rendererBundle,
  node: nodeBundle,
  preload: preloadBundle,
} as const;
