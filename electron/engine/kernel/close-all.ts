/**
 * Closes one after the other, each whatever became of those before, so that one failure leaves nothing
 * open behind it. Rejects with the first failure.
 */
export async function closeAll(parts: readonly (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of parts) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
