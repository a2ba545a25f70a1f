import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What distinguishes a process from all others, on this computer and over time. */
interface ProcessMark {
  readonly computer: string;
  /** Linux: the boot ID, and in `space` the process namespace; empty on other systems. */
  readonly boot: string;
  readonly space: string;
  readonly pid: number;
  /** Linux: the process's start time, in ticks since the boot; empty on other systems. */
  readonly began: string;
}

const separator = '/';

/** This process in a form that other processes can check: part of its name in leases. */
export function ownMark(): string {
  const { computer, boot, space, pid, began } = markOf(process.pid);
  return [computer, boot, space, pid, began].join(separator);
}

/**
 * Whether the process of this mark has certainly ended: it ran on this computer, and its ID is free, or
 * belongs to another process now, or the computer has restarted since. False if that can't be determined:
 * another computer or container, or a mark of unknown form.
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

/**
 * The 22nd field of `/proc/PID/stat`; the second, a name in brackets, may contain any character. A zombie
 * counts as ended.
 */
function beganAt(pid: number): string {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process: it runs.
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
