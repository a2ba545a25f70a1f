// Loaded before the command: writes the peak memory and event loop delay of its process to the file in
// EVERGRANT_METER_FILE.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const file = process.env['EVERGRANT_METER_FILE'];
if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.once('exit', () => {
    const peakRssMB = process.resourceUsage().maxRSS / 1024;
    writeFileSync(file, JSON.stringify({ peakRssMB, eventLoopP99Ms: delay.percentile(99) / 1e6 }));
  });
}
