/** `node --import hooks.ts out/main.js`: replaces the module `electron` with the double. */
import { registerHooks } from 'node:module';

const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(?:\/(?:main|common|renderer))?$/.test(specifier)
      ? { url: double, shortCircuit: true }
      : next(specifier, context),
});
