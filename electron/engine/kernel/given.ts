/** The same type without `undefined` values: each property is either present or absent. */
type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * The values without those that are undefined. An optional property must not be undefined
 * (`exactOptionalPropertyTypes`), and an undefined one must not overwrite a value when it is spread.
 */
export function given<T extends object>(values: T): Given<T> {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Given<T>;
}
