import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportOutcome, ImportPreview } from '../../../electron/contract/tenant-import.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { PreviewTable } from './preview-table.tsx';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

const kinds = ['new', 'alreadyHere', 'sameAs', 'refused'] as const;

/** What the file would add, and the button that adds it: all or none. */
export function PreviewCard({
  fileName,
  preview,
}: {
  readonly fileName: string;
  readonly preview: ImportPreview;
}) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const count = (kind: ImportOutcome['kind']) =>
    preview.rows.filter(({ outcome }) => outcome.kind === kind).length;
  const add = useAction(
    () => engine.imports.add({ importId: preview.id }),
    () => queries.invalidateQueries({ queryKey: keys.tenants() }),
  );
  const summary = kinds.flatMap((kind) =>
    count(kind) === 0 ? [] : [t(`importing:summary.${kind}`, { count: count(kind) })],
  );
  if (add.result !== undefined) {
    return (
      <div className={styles.box}>
        <MessageBar intent="success">
          <MessageBarBody>
            {t('importing:added', { count: add.result.added.length })}
          </MessageBarBody>
        </MessageBar>
        <Row gap={12} align="start">
          <Button appearance="primary" onClick={() => go(paths.customers())}>
            {t('importing:toCustomers')}
          </Button>
        </Row>
      </div>
    );
  }
  const refused = count('refused');
  const blocked =
    refused > 0
      ? t('importing:blockedRefused')
      : count('new') === 0
        ? t('importing:blockedNothing')
        : null;
  const rows = onlyRefused
    ? preview.rows.filter(({ outcome }) => outcome.kind === 'refused')
    : preview.rows;
  return (
    <div className={styles.box}>
      <Words role="status">
        {t('importing:file', { name: fileName })}
        {' — '}
        <strong>{summary.join(' · ')}</strong>
      </Words>
      {preview.encoding === 'windows-1252' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('importing:guessed')}</MessageBarBody>
        </MessageBar>
      )}
      {preview.unusedColumns.length > 0 && (
        <Words>{t('importing:unused', { columns: preview.unusedColumns.join(', ') })}</Words>
      )}
      <Row gap={12} align="start">
        <BlockableButton
          appearance="primary"
          blocked={blocked}
          onPress={() => !add.running && add.run(undefined)}
        >
          {add.running ? t('importing:adding') : t('importing:add', { count: count('new') })}
        </BlockableButton>
        {refused > 0 && refused < preview.rows.length && (
          <Checkbox
            label={t('importing:onlyRefused')}
            checked={onlyRefused}
            onChange={(_, data) => setOnlyRefused(data.checked === true)}
          />
        )}
      </Row>
      {add.problem !== null && (
        <ProblemCard problem={add.problem} heading={t('importing:addFailed')} />
      )}
      <PreviewTable rows={rows} />
    </div>
  );
}
