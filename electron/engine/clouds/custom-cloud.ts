import { X509Certificate } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Cloud } from './cloud.ts';

/** A base address: only an origin. Stored without a trailing slash. */
function baseUrl(isAllowed: (url: URL) => boolean, rule: string) {
  return z.string().transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isOrigin =
      url !== null &&
      url.pathname === '/' &&
      !url.search &&
      !url.hash &&
      !url.username &&
      !url.password;
    if (url === null || !isOrigin || !isAllowed(url)) {
      context.addIssue({ code: 'custom', message: rule });
      return z.NEVER;
    }
    return url.origin;
  });
}

const isHttps = (url: URL): boolean => url.protocol === 'https:';
const isLoopback = (url: URL): boolean =>
  url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]';

const httpsBase = baseUrl(isHttps, 'https');
const pagesBase = baseUrl(
  (url) => isHttps(url) || (url.protocol === 'http:' && isLoopback(url)),
  'httpsOrLoopback',
);

const customCloudFile = z.object({
  name: z.string().trim().min(1).max(120),
  authorityBaseUrl: httpsBase,
  graphBaseUrl: httpsBase,
  portalBaseUrl: pagesBase,
  browserBaseUrl: pagesBase.optional(),
  caFile: z.string().min(1).optional(),
});

/**
 * Reads a custom cloud's file and the CA file next to it.
 *
 * Tokens and Graph always need https; pages for people can be plain http on loopback, to avoid a
 * certificate warning.
 *
 * Errors: `cloud.fileMissing`, `cloud.fileUnreadable`, `cloud.fileInvalid` (with the field),
 * `cloud.caFileMissing`, `cloud.caFileInvalid`.
 */
export async function readCustomCloud(
  file: string,
  readFile: (path: string) => Promise<string>,
): Promise<Cloud> {
  const parsed = customCloudFile.safeParse(parseJson(await readText(file, readFile), file));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new EvergrantError('cloud.fileInvalid', { params: { file, field }, cause: parsed.error });
  }
  const { name, caFile, browserBaseUrl, ...bases } = parsed.data;
  const caPem = caFile === undefined ? undefined : await readCa(file, caFile, readFile);
  return {
    name: 'custom',
    label: name,
    ...bases,
    browserBaseUrl: browserBaseUrl ?? bases.authorityBaseUrl,
    ...(caPem !== undefined && { caPem }),
  };
}

async function readText(
  file: string,
  readFile: (path: string) => Promise<string>,
): Promise<string> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = isMissing(error) ? 'cloud.fileMissing' : 'cloud.fileUnreadable';
    throw new EvergrantError(code, { params: { file }, cause: error });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EvergrantError('cloud.fileInvalid', { params: { file, field: '' }, cause: error });
  }
}

async function readCa(
  cloudFile: string,
  caFile: string,
  readFile: (path: string) => Promise<string>,
): Promise<string> {
  const file = resolve(dirname(cloudFile), caFile);
  let pem: string;
  try {
    pem = await readFile(file);
  } catch (error) {
    throw new EvergrantError('cloud.caFileMissing', { params: { file }, cause: error });
  }
  try {
    void new X509Certificate(pem);
  } catch (error) {
    throw new EvergrantError('cloud.caFileInvalid', { params: { file }, cause: error });
  }
  return pem;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
