import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ChosenWay, ConsentWay, ConsentWays } from '../../../electron/contract/consent-way.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useText } from '../../ui/use-text.ts';

const nothingKnown: ConsentWays = { browsers: [], last: { way: 'myBrowser', browser: null } };

/** How a consent can be opened on this computer; the default browser until that is known. */
export function useConsentWays(): ConsentWays {
  const engine = useEngine();
  const { data } = useQuery({ queryKey: keys.consentWays(), queryFn: () => engine.grants.ways() });
  return data ?? nothingKnown;
}

/** The ways to open Microsoft's page; the last used one is the primary button. */
export function GrantButtons({
  ways,
  onChoose,
}: {
  readonly ways: ConsentWays;
  readonly onChoose: (chosen: ChosenWay) => void;
}) {
  const { t } = useText();
  const { browsers, last } = ways;
  const look = (way: ConsentWay) => (last.way === way ? 'primary' : 'secondary');
  const privately = (browser: string) => onChoose({ way: 'privateWindow', browser });
  // The last used way is one press away; the others are in the menu.
  const direct =
    browsers.length === 1 ? browsers[0] : browsers.find(({ id }) => id === last.browser);
  const others = browsers.filter((browser) => browser !== direct);
  return (
    <>
      <Button
        appearance={look('copyLink')}
        onClick={() => onChoose({ way: 'copyLink', browser: null })}
      >
        {t('connection:grant.copyLink')}
      </Button>
      {others.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton>{t('connection:grant.privateWindows')}</MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map(({ id, name }) => (
                <MenuItem key={id} onClick={() => privately(id)}>
                  {name}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {direct !== undefined && (
        <Button appearance={look('privateWindow')} onClick={() => privately(direct.id)}>
          {t('connection:grant.privateWindow', { browser: direct.name })}
        </Button>
      )}
      <Button
        appearance={look('myBrowser')}
        onClick={() => onChoose({ way: 'myBrowser', browser: null })}
      >
        {t('connection:grant.open')}
      </Button>
    </>
  );
}
