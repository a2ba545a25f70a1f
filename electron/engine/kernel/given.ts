/** The same, where a property that may be undefined is either there or not. */
type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * The values without those that are undefined. An optional property must not be undefined
 * (`exactOptionalPropertyTypes`), and one that is spread over others must not undo them.
 */
export function given<T extends object>(values: T): Given<T> {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Given<T>;
}
