import type { ResetRoom } from '../reset/compose.ts';
import type { Base } from './base.ts';

/** `resets.*` of the contract. */
export function createResetsRouter(base: Base, { resets, handOvers, resetReports }: ResetRoom) {
  return {
    last: base.resets.last.handler(({ input }) => resets.last(input.tenantId)),
    ended: base.resets.ended.handler(({ input }) => resets.ended(input.tenantId)),
    begin: base.resets.begin.handler(({ input, signal }) => resets.begin(input, signal)),
    act: base.resets.act.handler(({ input: { tenantId, version, action }, signal }) =>
      resets.act(tenantId, version, action, signal),
    ),
    handOver: base.resets.handOver.handler(({ input }) => handOvers.write(input.tenantId)),
    saveHandOver: base.resets.saveHandOver.handler(({ input }) => handOvers.save(input.tenantId)),
    readHandOver: base.resets.readHandOver.handler(({ input }) => handOvers.read(input.text)),
    saveReport: base.resets.saveReport.handler(({ input, signal }) =>
      resetReports.save(input, signal),
    ),
    takeOver: base.resets.takeOver.handler(({ input, signal }) =>
      handOvers.takeOver(input, signal),
    ),
  };
}
