/**
 * Closes all in order, each even if one before it failed, so that a failure leaves nothing open.
 * Rejects with the first failure.
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
