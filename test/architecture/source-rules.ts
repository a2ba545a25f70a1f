/** A rule about the text of a source file, for what neither oxlint nor dependency-cruiser can express. */
export interface SourceRule {
  readonly name: string;
  /** Whether the rule applies to a file, by its path from the project's root with forward slashes. */
  readonly applies: (file: string) => boolean;
  readonly forbidden: RegExp;
  /** What to do instead. */
  readonly instead: string;
}

/** One place where a file breaks a rule. */
export interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const isProduct = (file: string): boolean =>
  /^(?:electron|practice|renderer|text)\//.test(file) && !isTest(file);
/** Listens for browsers on this computer; its traffic doesn't leave the computer. */
const loopbackDoor = 'electron/engine/identity/loopback.ts';
/** Code that runs with the rights of the person who started it. */
const inPrograms = (file: string): boolean =>
  /^(?:electron|practice)\//.test(file) && !isTest(file);
const inEngine = (file: string): boolean => file.startsWith('electron/engine/') && !isTest(file);

/** Allows a dangerous import of `electron` in one file only. */
function oneDoor(name: string, door: string): SourceRule {
  return {
    name: `${name}-has-one-door`,
    applies: (file) => isProduct(file) && file !== door,
    forbidden: new RegExp(`import[^;]*\\b${name}\\b[^;]*from\\s+['"]electron(?:/\\w+)?['"]`),
    instead: `call ${door}`,
  };
}

/**
 * What no source file of the product may contain.
 *
 * Source: electronjs.org/docs/latest/tutorial/security, items 2, 3, 6, 8 to 12, 15 and 17.
 */
export const sourceRules: readonly SourceRule[] = [
  oneDoor('ipcMain', 'electron/desktop/port-handover.ts'),
  oneDoor('ipcRenderer', 'electron/preload.ts'),
  oneDoor('contextBridge', 'electron/preload.ts'),
  oneDoor('shell', 'electron/desktop/open-external.ts'),
  {
    name: 'no-weakened-window',
    applies: isProduct,
    forbidden:
      /\b(?:webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationInWorker|nodeIntegrationInSubFrames|allowpopups|bypassCSP|executeJavaScript)\b|nodeIntegration:\s*true|contextIsolation:\s*false|sandbox:\s*false|webviewTag:\s*true|<webview/,
    instead: 'leave the safe default',
  },
  {
    name: 'no-process-wide-trust',
    applies: isProduct,
    forbidden:
      /NODE_TLS_REJECT_UNAUTHORIZED|setDefaultCACertificates|rejectUnauthorized:\s*false|ignore-certificate-errors/,
    instead: "trust a custom cloud's CA for that cloud alone, through the network port",
  },
  {
    name: 'no-unsafe-html',
    applies: (file) => file.startsWith('renderer/') && !isTest(file),
    forbidden: /dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML/,
    instead: 'render text',
  },
  {
    name: 'engine-takes-time-and-chance-from-ports',
    applies: inEngine,
    forbidden:
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bsetTimeout\(|\bsetInterval\(/,
    instead: 'use the clock and random ports of electron/engine/kernel/ports.ts',
  },
  {
    name: 'engine-has-one-way-out',
    applies: (file) => inEngine(file) && file !== loopbackDoor,
    forbidden:
      /(?<![.\w])fetch\(|from 'node:(?:https|net|tls|http2|dgram)'|import[^;]*\b(?:request|get)\b[^;]*from 'node:http'|\bhttp\.(?:request|get)\(/,
    instead:
      'use the network port of electron/engine/kernel/ports.ts (a listener of node:http is fine)',
  },
  {
    name: 'error-listeners-stay',
    applies: inPrograms,
    forbidden: /\.once\(\s*['"]error['"]/,
    instead: "use on('error'): the second error of an emitter without a listener ends the process",
  },
  {
    name: 'files-are-private',
    applies: inPrograms,
    forbidden:
      /(?<![.\w])(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)\((?![^;]*\bmode:)/,
    instead: 'give it a mode of 0o600: what Evergrant writes names people and customers',
  },
  {
    name: 'screens-know-no-numbers-of-microsofts',
    applies: (file) =>
      /^(?:renderer|text)\//.test(file) && !file.startsWith('text/en/') && !isTest(file),
    forbidden: /(?:aadsts\W{0,3}|['"`])\d{5,7}\b(?!px|ms|%)|\baadsts\.(?!unknown\b)\w/i,
    instead: 'ask the problem for its meaning or its portal page (electron/engine/errors/table)',
  },
  {
    name: 'meanings-are-asked-of-the-table',
    applies: (file) =>
      file.startsWith('electron/') && !isTest(file) && !file.startsWith('electron/engine/errors/'),
    forbidden:
      /['"`](?:aadsts\.)?\d{5,7}['"`]|AADSTS\(\?:\d|['"`]graph\.(?:Request|Directory|Authorization)_/,
    instead: 'ask electron/engine/errors/questions.ts',
  },
  {
    name: 'no-enum',
    applies: (file) => /\.tsx?$/.test(file),
    forbidden: /^\s*(?:export\s+)?(?:const\s+|declare\s+)?enum\s+\w/m,
    instead: 'use a union of strings',
  },
  {
    name: 'nothing-beside-the-repository',
    applies: (file) => !file.startsWith('test/architecture/'),
    forbidden: /\bEVERGRANT_SHARED\b|(?:\.\.\/)+shared(?:'|\/data)/,
    instead: 'read test/fixtures, or take the folder as an argument',
  },
];

/** Finds where a file breaks the rules that apply to it. Ignores comments. */
export function findBreaches(file: string, source: string): readonly Breach[] {
  const code = blankComments(source);
  const breaches: Breach[] = [];
  for (const rule of sourceRules) {
    if (!rule.applies(file)) continue;
    const found = rule.forbidden.exec(code);
    if (found !== null) {
      const line = code.slice(0, found.index).split('\n').length;
      breaches.push({ rule: rule.name, file, line });
    }
  }
  return breaches;
}

/** Replaces comments by blanks of the same length, so that lines keep their numbers. */
function blankComments(source: string): string {
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/(?<=^|\s)\/\/[^\n]*/g, blank);
}
