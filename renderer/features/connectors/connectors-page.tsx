import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from '@fluentui/react-components';
import { Add20Regular, ArrowImport20Regular } from '@fluentui/react-icons';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { ConnectorsTable } from './connectors-table.tsx';
import { useConnectors } from './use-connector.ts';

/** All connectors on this computer, and the ways to add one. */
export function ConnectorsPage() {
  const { t } = useText();
  const { connectors, problem } = useConnectors();
  const ways = (
    <>
      <Button icon={<ArrowImport20Regular />} onClick={() => go(paths.importConnector())}>
        {t('connectors:import')}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="primary" icon={<Add20Regular />}>
            {t('connectors:add')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => go(paths.setUps())}>{t('connectors:setUp')}</MenuItem>
            <MenuItem onClick={() => go(paths.newConnector())}>{t('connectors:existing')}</MenuItem>
            <MenuItem onClick={() => go(paths.newVendor())}>{t('vendor:instead')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
  const empty = connectors?.profiles.length === 0;
  return (
    <Page
      title={t('connectors:title')}
      lead={t('connectors:lead')}
      actions={empty ? undefined : ways}
    >
      {problem !== null && <ProblemCard problem={problem} />}
      {connectors === null && problem === null && <Spinner label={t('common:loading')} />}
      {empty && (
        <EmptyState title={t('connectors:empty.title')} body={t('connectors:empty.body')}>
          {ways}
        </EmptyState>
      )}
      {connectors !== null && !empty && <ConnectorsTable connectors={connectors} />}
    </Page>
  );
}
