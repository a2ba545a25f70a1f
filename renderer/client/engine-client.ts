import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../electron/contract/contract.ts';

/** All calls available to a screen, typed by the contract. */
export type EngineClient = ContractRouterClient<typeof contract>;
