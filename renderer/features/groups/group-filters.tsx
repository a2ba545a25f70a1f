import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import { useText } from '../../ui/use-text.ts';
import { flagFilters, kindFilters, noFilters } from './filter-choice.ts';
import type { FilterChoice } from './filter-choice.ts';

/** The filters of the groups list, behind one button that shows how many are set. */
export function GroupFilters({
  choice,
  onChange,
}: {
  readonly choice: FilterChoice;
  readonly onChange: (choice: FilterChoice) => void;
}) {
  const { t } = useText();
  const count = choice.size;
  return (
    <>
      <Menu
        inline
        checkedValues={{ filter: [...choice] }}
        onCheckedValueChange={(_, data) =>
          onChange(new Set(data.checkedItems) as unknown as FilterChoice)
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<Filter20Regular />}>
            {count === 0 ? t('groups:filters') : `${t('groups:filters')} (${count})`}
          </Button>
        </MenuTrigger>
        <MenuPopover style={{ zIndex: 10 }}>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{t('groups:kindLabel')}</MenuGroupHeader>
              {kindFilters.map((kind) => (
                <MenuItemCheckbox key={kind} name="filter" value={kind}>
                  {t(`groups:kind.${kind}`)}
                </MenuItemCheckbox>
              ))}
            </MenuGroup>
            <MenuDivider />
            {flagFilters.map((flag) => (
              <MenuItemCheckbox key={flag} name="filter" value={flag}>
                {t(`groups:flag.${flag}`)}
              </MenuItemCheckbox>
            ))}
            <MenuItemCheckbox name="filter" value="empty">
              {t('groups:empty')}
            </MenuItemCheckbox>
          </MenuList>
        </MenuPopover>
      </Menu>
      {count > 0 && (
        <Button appearance="subtle" onClick={() => onChange(noFilters)}>
          {t('groups:clearFilters')}
        </Button>
      )}
    </>
  );
}
