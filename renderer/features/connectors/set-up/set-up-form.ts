import { newSetUp } from '../../../../electron/contract/set-up.ts';
import { typedCloud } from '../../../ui/forms/typed-cloud.ts';

/** What a person types about the new connector, and what the engine accepts of it. */
export const setUpForm = newSetUp.extend({ cloud: typedCloud });
