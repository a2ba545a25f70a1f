import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Problem } from '../contract/problem.ts';
import { escapeDocument, visibleText } from '../../text/visible-text.ts';
import { CancelledError } from '../engine/errors/evergrant-error.ts';

/** Where a command's output goes and where answers come from. */
export interface Terminal {
  /** Whether the terminal is interactive. */
  readonly interactive: boolean;
  /** The result: text lines, or the one document with `--json`. */
  result(lines: string, document: Readonly<Record<string, unknown>>): void;
  /** Progress, on standard error: never part of the result. */
  note(line: string): void;
  /** A note about the data that every document carries, as text on standard error. */
  notice(notice: Readonly<Record<string, unknown>>, words: string): void;
  /** Only the one document, no text. */
  document(document: Readonly<Record<string, unknown>>): void;
  /** Why the command failed, on standard error and, with `--json`, as the one document. */
  refuse(words: string, problem: Problem): void;
  /** Asks a question; the typed text is visible. */
  ask(question: string): Promise<string>;
  /** Asks a question; the typed text is hidden. */
  askSecret(question: string): Promise<string>;
}

/** The process's own terminal. */
export function createTerminal(options: {
  readonly json: boolean;
  readonly input: boolean;
}): Terminal {
  const notices: Readonly<Record<string, unknown>>[] = [];
  let printed = false;
  const print = (document: Readonly<Record<string, unknown>>): void => {
    printed = true;
    const whole = { ...document, ...(notices.length > 0 && { notices }) };
    process.stdout.write(`${escapeDocument(JSON.stringify(whole))}\n`);
  };
  const note = (line: string): void => void process.stderr.write(`${visibleText(line)}\n`);
  return {
    interactive: options.input && process.stdin.isTTY && process.stderr.isTTY,
    result(lines, document) {
      if (options.json) print(document);
      else if (lines !== '') process.stdout.write(`${visibleText(lines)}\n`);
    },
    note,
    document: print,
    notice(notice, words) {
      notices.push(notice);
      note(words);
    },
    refuse(words, problem) {
      note(words);
      if (options.json && !printed) print({ problem });
    },
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await new Promise<string>((resolve, reject) => {
          lines.once('SIGINT', () => reject(new CancelledError()));
          lines.once('close', () => reject(new CancelledError()));
          lines.question(visibleText(question)).then(resolve, reject);
        });
      } finally {
        lines.close();
      }
    },
    async askSecret(question) {
      process.stderr.write(visibleText(question));
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
