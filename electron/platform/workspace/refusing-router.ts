import { isContractProcedure } from '@orpc/contract';
import type { AnyContractRouter } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { engineContract } from '../../contract/contract.ts';
import type { Problem } from '../../contract/problem.ts';
import type { EngineRouter } from './engine.ts';

/** Replaces the engine while its data can't be opened: every call fails with the reason. */
export function createRefusingRouter(problem: Problem): EngineRouter {
  return refuse(engineContract, problem) as EngineRouter;
}

function refuse(contract: AnyContractRouter, problem: Problem): unknown {
  if (isContractProcedure(contract)) {
    return implement(contract).handler(() => {
      throw new ORPCError('EVERGRANT', { data: problem });
    });
  }
  return Object.fromEntries(
    Object.entries(contract).map(([name, inner]) => [
      name,
      refuse(inner as AnyContractRouter, problem),
    ]),
  );
}
