import type { SetUpScript } from '../../../../contract/set-up.ts';
import { azureCliForBash, azureCliForPowerShell } from './azure-cli.ts';
import { graphPowerShell } from './graph-powershell.ts';
import type { RegistrationWish } from './registration-wish.ts';

/** All scripts that can make this registration in its cloud. */
export function registrationScripts(wish: RegistrationWish): SetUpScript[] {
  const scripts = {
    azureCliBash: azureCliForBash(wish),
    azureCliPowerShell: azureCliForPowerShell(wish),
    graphPowerShell: graphPowerShell(wish),
  };
  return (['azureCliBash', 'azureCliPowerShell', 'graphPowerShell'] as const).flatMap((kind) => {
    const text = scripts[kind];
    return text === null ? [] : [{ kind, text }];
  });
}
