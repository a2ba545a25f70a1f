/** The most parts in one `$batch`. Source: learn.microsoft.com/graph/json-batching. */
export const partsPerBatch = 20;
/** Batches in flight at the same time. Enough to hide latency; the budget still sets the pace. */
export const batchesAtOnce = 16;
