import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../electron/contract/contract.ts';

/** All that a screen may ask, typed by the contract. */
export type EngineClient = ContractRouterClient<typeof contract>;
