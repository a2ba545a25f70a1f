import { implement } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type { ImportRow } from '../../../electron/contract/tenant-import.ts';
import { id } from './sample-data.ts';

const row = (line: number, rest: Partial<ImportRow>): ImportRow => ({
  line,
  domainOrId: `customer${line}.example`,
  tenantId: id(2, 100 + line),
  alias: `Customer ${line}`,
  tags: [],
  notes: null,
  connector: 'Northwind Security',
  outcome: { kind: 'new' },
  ...rest,
});

/** `imports.*` over a file that nobody reads: one row of each kind, unless the file says `good`. */
export function importsRouter() {
  const engine = implement(engineContract);
  return {
    preview: engine.imports.preview.handler(async function* preview({ input }) {
      yield { state: 'lookingUp' as const, done: 3, total: 7 };
      const good = atob(input.content).includes('good');
      yield {
        state: 'ready' as const,
        preview: {
          id: id(12, 1),
          encoding: 'windows-1252' as const,
          separator: ';' as const,
          unusedColumns: ['Phone'],
          rows: [
            row(2, { alias: 'Woodgrove Bank', tags: ['Gold', 'Dublin office'] }),
            row(3, { alias: null, notes: 'Ask for Dana.' }),
            row(4, { outcome: { kind: 'alreadyHere', name: 'Contoso Dental' } }),
            row(5, { outcome: { kind: 'sameAs', line: 2 } }),
            ...(good
              ? []
              : [
                  row(6, {
                    domainOrId: 'tailspinn.example',
                    tenantId: null,
                    outcome: {
                      kind: 'refused' as const,
                      problem: {
                        code: 'tenant.notFound',
                        params: { input: 'tailspinn.example' },
                        retry: 'never' as const,
                      },
                    },
                  }),
                ]),
          ],
        },
      };
    }),
    add: engine.imports.add.handler(() => ({ added: [] })),
  };
}
