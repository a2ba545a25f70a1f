import { insertSorted, removeSorted } from './sorted-indexes.ts';

const none: readonly number[] = [];

/**
 * Links from groups to objects, stored in both directions as ascending index lists: a page token then needs
 * only the last sent index, and survives changes between two pages.
 */
export class Relation {
  readonly #targets = new Map<number, number[]>();
  readonly #sources = new Map<number, number[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  targets(source: number): readonly number[] {
    return this.#targets.get(source) ?? none;
  }

  sources(target: number): readonly number[] {
    return this.#sources.get(target) ?? none;
  }

  link(source: number, target: number): boolean {
    if (!insertSorted(listOf(this.#targets, source), target)) return false;
    insertSorted(listOf(this.#sources, target), source);
    this.#size += 1;
    return true;
  }

  unlink(source: number, target: number): boolean {
    const list = this.#targets.get(source);
    if (list === undefined || !removeSorted(list, target)) return false;
    removeSorted(listOf(this.#sources, target), source);
    this.#size -= 1;
    return true;
  }

  entries(): [number, readonly number[]][] {
    return [...this.#targets].filter(([, list]) => list.length > 0);
  }
}

function listOf(map: Map<number, number[]>, key: number): number[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}
