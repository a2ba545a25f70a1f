/** Parts of one `$batch` at most (entra-graph §5). */
export const partsPerBatch = 20;
/** Batches under way at once: what latency takes, the budget still decides. */
export const batchesAtOnce = 16;
