import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Tag20Regular } from '@fluentui/react-icons';
import { useText } from '../../ui/use-text.ts';

/**
 * Filters customers by tag, behind one button that shows how many tags are chosen; nothing if there are no
 * tags.
 */
export function TagFilter({
  tags,
  chosen,
  onChange,
}: {
  readonly tags: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { t } = useText();
  if (tags.length === 0) return null;
  const label = t('customer:tagFilter');
  return (
    <>
      <Menu
        inline
        checkedValues={{ tag: [...chosen] }}
        onCheckedValueChange={(_, data) => onChange(data.checkedItems)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<Tag20Regular />}>
            {chosen.length === 0 ? label : `${label} (${chosen.length})`}
          </Button>
        </MenuTrigger>
        <MenuPopover style={{ zIndex: 10, maxHeight: '50vh', overflowY: 'auto' }}>
          <MenuList>
            {tags.map((tag) => (
              <MenuItemCheckbox key={tag} name="tag" value={tag}>
                <bdi>{tag}</bdi>
              </MenuItemCheckbox>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {chosen.length > 0 && (
        <Button appearance="subtle" onClick={() => onChange([])}>
          {t('customer:clearTags')}
        </Button>
      )}
    </>
  );
}
