import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowForward20Regular,
  DocumentTable20Regular,
  PeopleTeam20Regular,
} from '@fluentui/react-icons';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/** The ways to add many customers together. */
export function AddMany() {
  const { t } = useText();
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button>{t('customers:addMany')}</Button>
      </MenuTrigger>
      <MenuPopover style={{ zIndex: 10 }}>
        <MenuList>
          <MenuItem icon={<DocumentTable20Regular />} onClick={() => go(paths.importCustomers())}>
            {t('customers:addFromFile')}
          </MenuItem>
          <MenuItem icon={<PeopleTeam20Regular />} onClick={() => go(paths.partner())}>
            {t('customers:addFromPartner')}
          </MenuItem>
          <MenuItem icon={<ArrowForward20Regular />} onClick={() => go(paths.takeOver())}>
            {t('reset:takeOver.menu')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
