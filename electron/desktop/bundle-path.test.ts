import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, resolveBundleRequest } from './bundle-path.ts';

const root = path.resolve('/opt/evergrant/renderer');
const file = (...parts: readonly string[]): unknown => ({
  kind: 'file',
  file: path.join(root, ...parts),
});

describe('a request on our own scheme', () => {
  it.each([
    ['app://bundle/', ['index.html']],
    ['app://bundle', ['index.html']],
    ['app://bundle/?tab=groups#x', ['index.html']],
    ['app://bundle/customers/4f1c/groups', ['index.html']],
    ['app://bundle/assets/main-B1.js', ['assets', 'main-B1.js']],
    ['app://bundle/assets/a%20b.css?v=1', ['assets', 'a b.css']],
  ])('%s is a file', (address, parts) => {
    expect(resolveBundleRequest(root, 'GET', address)).toEqual(file(...parts));
  });

  it.each([
    ['app://bundle/../secret.txt', 400],
    ['app://bundle/assets/../../secret.txt', 400],
    ['app://bundle/%2e%2e/secret.txt', 400],
    ['app://bundle/%2E./secret.txt', 400],
    ['app://bundle/..%2fsecret.txt', 400],
    ['app://bundle/assets%2Fmain.js', 400],
    ['app://bundle/assets%5c..%5csecret.txt', 400],
    ['app://bundle/assets\\secret.txt', 400],
    ['app://bundle/%252e%252e/secret.txt', 400],
    ['app://bundle//etc/passwd.txt', 400],
    ['app://bundle/a%00.js', 400],
    ['app://bundle/%zz.js', 400],
    ['app://other/index.html', 403],
    ['app://bundle.evil.example/index.html', 403],
    ['https://bundle/index.html', 403],
    ['file:///etc/passwd', 403],
  ])('%s is refused with %i', (address, status) => {
    expect(resolveBundleRequest(root, 'GET', address)).toEqual({ kind: 'refused', status });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused with 405', (method) => {
    expect(resolveBundleRequest(root, method, 'app://bundle/')).toEqual({
      kind: 'refused',
      status: 405,
    });
  });

  it('never leaves the folder, whatever the path', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (webPath, tail) => {
        const answer = resolveBundleRequest(root, 'GET', `app://bundle${webPath}/${tail}`);
        return answer.kind === 'refused' || isInside(root, answer.file);
      }),
    );
  });
});

describe('being inside a folder', () => {
  it('is not fooled by a folder whose name only starts the same', () => {
    expect(isInside(root, `${root}-evil/index.html`)).toBe(false);
  });

  it('is not the folder itself', () => {
    expect(isInside(root, root)).toBe(false);
  });
});
