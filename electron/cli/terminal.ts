import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CancelledError } from '../engine/errors/evergrant-error.ts';

/** Where a command's words go, and where answers come from. */
export interface Terminal {
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** The result: text lines, or with `--json` the one document. */
  result(lines: string, document: Readonly<Record<string, unknown>>): void;
  /** What happens meanwhile, on standard error: never part of the result. */
  note(line: string): void;
  /** Asks, and shows what is typed. */
  ask(question: string): Promise<string>;
  /** Asks without showing what is typed. */
  askSecret(question: string): Promise<string>;
}

/** The process's own terminal. */
export function createTerminal(options: {
  readonly json: boolean;
  readonly input: boolean;
}): Terminal {
  return {
    interactive: options.input && process.stdin.isTTY && process.stderr.isTTY,
    result(lines, document) {
      const words = options.json ? JSON.stringify(document) : lines;
      if (words !== '') process.stdout.write(`${words}\n`);
    },
    note: (line) => void process.stderr.write(`${line}\n`),
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await new Promise<string>((resolve, reject) => {
          lines.once('SIGINT', () => reject(new CancelledError()));
          lines.once('close', () => reject(new CancelledError()));
          lines.question(question).then(resolve, reject);
        });
      } finally {
        lines.close();
      }
    },
    async askSecret(question) {
      process.stderr.write(question);
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
      try {
        return await new Promise<string>((resolve, reject) => {
          lines.once('SIGINT', () => reject(new CancelledError()));
          lines.once('close', () => reject(new CancelledError()));
          lines.question('').then(resolve, reject);
        });
      } finally {
        lines.close();
        process.stderr.write('\n');
      }
    },
  };
}
