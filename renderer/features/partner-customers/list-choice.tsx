import { Checkbox } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnerList } from '../../../electron/contract/partner.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { searchOf } from '../../ui/address-query.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { ConnectorField, useConnectorChoice } from '../../ui/forms/connector-field.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { findListed } from './find-listed.ts';
import { ListTable } from './list-table.tsx';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

/** Chooses customers from the list and adds them, all or none. */
export function ListChoice({
  list,
  onAdded,
}: {
  readonly list: PartnerList;
  readonly onAdded: (count: number) => void;
}) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const connector = useConnectorChoice();
  const [asked, ask] = useAsked();
  const search = searchOf(asked);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = findListed(list.customers, search);
  const free = shown.filter(({ here }) => here === null).map(({ tenantId }) => tenantId);
  const allChosen = free.length > 0 && free.every((tenantId) => chosen.has(tenantId));
  const toggle = (tenantIds: readonly string[], add: boolean) => {
    const next = new Set(chosen);
    for (const tenantId of tenantIds) {
      if (add) next.add(tenantId);
      else next.delete(tenantId);
    }
    setChosen(next);
  };
  const add = useAction(
    () =>
      engine.partner.add({
        listId: list.id,
        tenantIds: [...chosen],
        ...(connector.chosen !== undefined && { profileId: connector.chosen.id }),
      }),
    ({ added }) => {
      void queries.invalidateQueries({ queryKey: keys.tenants() });
      onAdded(added.length);
    },
  );
  return (
    <>
      <Words measure={80}>{t('partner:stale')}</Words>
      <Row gap={16} align="end">
        <SearchField
          label={t('partner:search')}
          hint={t('partner:searchHint')}
          value={search}
          onChange={(text) => ask({ search: text })}
        />
        <ConnectorField label={t('partner:connector')} choice={connector} />
      </Row>
      {free.length > 0 && (
        <Checkbox
          label={t('partner:chooseAll')}
          checked={allChosen}
          onChange={(_, data) => toggle(free, data.checked === true)}
        />
      )}
      <ListTable
        customers={shown}
        chosen={chosen}
        onChoose={(tenantId, on) => toggle([tenantId], on)}
      />
      {add.problem !== null && (
        <ProblemCard problem={add.problem} heading={t('partner:addFailed')} />
      )}
      <BlockableButton
        appearance="primary"
        blocked={chosen.size === 0 ? t('partner:chooseFirst') : null}
        onPress={() => !add.running && add.run(undefined)}
      >
        {add.running ? t('partner:adding') : t('partner:add', { count: chosen.size })}
      </BlockableButton>
    </>
  );
}
