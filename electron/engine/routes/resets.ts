import type { HandOvers } from '../reset/hand-over/hand-overs.ts';
import type { ResetReports } from '../reset/report/reset-reports.ts';
import type { Resets } from '../reset/resets.ts';
import type { SmallFiles } from '../kernel/files/file-saver.ts';
import type { Base } from './base.ts';

/** `resets.*` of the contract. */
export function createResetsRouter(
  base: Base,
  services: {
    readonly resets: Resets;
    readonly handOvers: HandOvers;
    readonly resetReports: ResetReports;
    readonly files: SmallFiles;
  },
) {
  const { resets, handOvers, resetReports } = services;
  return {
    last: base.resets.last.handler(({ input }) => resets.last(input.tenantId)),
    ended: base.resets.ended.handler(({ input }) => resets.ended(input.tenantId)),
    begin: base.resets.begin.handler(({ input, signal }) => resets.begin(input, signal)),
    act: base.resets.act.handler(({ input: { tenantId, version, action }, signal }) =>
      resets.act(tenantId, version, action, signal),
    ),
    handOver: base.resets.handOver.handler(({ input }) => handOvers.write(input.tenantId)),
    saveHandOver: base.resets.saveHandOver.handler(async ({ input }) => {
      const { fileName: name, text: content } = await handOvers.write(input.tenantId);
      return services.files.save({ name, mediaType: 'application/json', content });
    }),
    readHandOver: base.resets.readHandOver.handler(({ input }) => handOvers.read(input.text)),
    saveReport: base.resets.saveReport.handler(({ input, signal }) =>
      resetReports.save(input, signal),
    ),
    takeOver: base.resets.takeOver.handler(({ input, signal }) =>
      handOvers.takeOver(input, signal),
    ),
  };
}
