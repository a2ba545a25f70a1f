/** Position of `value` in an ascending list, or where it would be inserted. */
export function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inserts into an ascending list without duplicates; false when the value already existed. */
export function insertSorted(list: number[], value: number): boolean {
  const position = lowerBound(list, value);
  if (list[position] === value) return false;
  list.splice(position, 0, value);
  return true;
}

/** Removes from an ascending list; false when the value did not exist. */
export function removeSorted(list: number[], value: number): boolean {
  const position = lowerBound(list, value);
  if (list[position] !== value) return false;
  list.splice(position, 1);
  return true;
}
