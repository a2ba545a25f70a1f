import { newSetUp } from '../../../../electron/contract/set-up.ts';
import { typedCloud } from '../../../ui/forms/typed-cloud.ts';

/** What a person types about the connector to be, and what the engine takes of it. */
export const setUpForm = newSetUp.extend({ cloud: typedCloud });
