import type { Locator } from '@playwright/test';

/** What a person has to decide: every press, every filled field, every choice. */
export interface Decisions {
  readonly count: number;
  press(what: Locator): Promise<void>;
  fill(field: Locator, value: string): Promise<void>;
  choose(list: Locator, value: string): Promise<void>;
  chooseFile(field: Locator, path: string): Promise<void>;
}

/** Starts counting. */
export function countDecisions(): Decisions {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async press(what) {
      count += 1;
      await what.click();
    },
    async fill(field, value) {
      count += 1;
      await field.fill(value);
    },
    async choose(list, value) {
      count += 1;
      await list.selectOption(value);
    },
    async chooseFile(field, path) {
      count += 1;
      await field.setInputFiles(path);
    },
  };
}
