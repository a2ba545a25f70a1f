import type { Log } from '../kernel/ports.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { presentTenant } from '../tenants/tenants.ts';
import { answerEach } from './answer.ts';
import type { Base } from './base.ts';

/** `imports.*` of the contract. */
export function createImportsRouter(base: Base, log: Log, { imports }: TenantsRoom) {
  return {
    preview: base.imports.preview.handler(({ input, signal, path }) =>
      answerEach(log, { path, signal }, imports.preview(input, signal)),
    ),
    add: base.imports.add.handler(async ({ input }) => ({
      added: (await imports.add(input.importId)).map(presentTenant),
    })),
  };
}
