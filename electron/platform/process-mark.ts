import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells a process from every other, on this computer and in its time. */
interface ProcessMark {
  readonly computer: string;
  /** Linux: which start of the computer, and which process namespace; empty elsewhere. */
  readonly boot: string;
  readonly space: string;
  readonly pid: number;
  /** Linux: when it began, in ticks since the start; empty elsewhere. */
  readonly began: string;
}

const separator = '/';

/** This process as others can look for it: part of its name in leases. */
export function ownMark(): string {
  const { computer, boot, space, pid, began } = markOf(process.pid);
  return [computer, boot, space, pid, began].join(separator);
}

/**
 * Whether the process of this mark has certainly ended: it ran on this computer, and either its number is
 * free, or another process has it now, or the computer has started since. False wherever that cannot be
 * told: another computer or container, or a mark of unknown form.
 */
export function hasEnded(mark: string): boolean {
  const [computer, boot, space, number, began, ...rest] = mark.split(separator);
  const pid = Number(number);
  if (rest.length > 0 || began === undefined || !Number.isInteger(pid) || pid <= 0) return false;
  const own = markOf(process.pid);
  if (computer !== own.computer) return false;
  if (boot !== own.boot) return boot !== '' && own.boot !== '';
  if (space !== own.space) return false;
  if (!isRunning(pid)) return true;
  return began !== '' && began !== markOf(pid).began;
}

function markOf(pid: number): ProcessMark {
  return {
    computer: hostname().replaceAll(separator, '-'),
    boot: readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    space: readOr(() => readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '')),
    pid,
    began: readOr(() => beganAt(pid)),
  };
}

/** The 22nd field of `/proc/PID/stat`; the second, a name in brackets, may hold anything. A zombie has ended. */
function beganAt(pid: number): string {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process: it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOr(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
