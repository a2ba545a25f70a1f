import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Document20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { ProfileFileContent } from '../../../electron/contract/profile-file.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { permissionWords } from '../../../text/words/status-words.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { readText } from '../../client/read-text.ts';
import { FormCard } from '../../ui/form-card.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

/**
 * Imports a connector from a colleague's file: previewed first, then imported; its credential is added
 * afterwards.
 */
export function ImportPage() {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [cloudFile, setCloudFile] = useState('');
  const read = useAction((text: string) => engine.profiles.read({ text }));
  const save = useAction(
    (text: string) =>
      engine.profiles.import({ text, ...(cloudFile.trim() !== '' && { cloudFile }) }),
    async ({ id, owner }) => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      go(owner === 'ours' ? paths.connectorCredential(id) : paths.connector(id));
    },
  );
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const text = await readText(chosen);
    setFile({ name: chosen.name, text });
    save.reset();
    read.run(text);
  };
  const content = read.running ? undefined : read.result;
  const already = content?.already ?? null;
  const press = () => file !== null && !save.running && save.run(file.text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (content !== undefined && already === null) press();
  };
  return (
    <Page
      title={t('connectors:importing.title')}
      lead={t('connectors:importing.lead')}
      back={{ path: paths.connectors(), label: t('connectors:title') }}
    >
      <FormCard width="wide" onSubmit={submit} noValidate>
        <Row gap={12} align="center">
          <input
            ref={input}
            type="file"
            accept=".json"
            aria-label={t('connectors:importing.choose')}
            hidden
            onChange={(event) => void choose(event.target.files?.[0])}
          />
          <Button icon={<Document20Regular />} onClick={() => input.current?.click()}>
            {t('connectors:importing.choose')}
          </Button>
          <span role="status">
            {file !== null && t('connectors:importing.chosen', { name: file.name })}
          </span>
        </Row>
        {read.problem !== null && (
          <ProblemCard problem={read.problem} heading={t('connectors:importing.failedRead')} />
        )}
        {content !== undefined && <Content content={content} />}
        {content?.cloud === 'custom' && (
          <Field label={t('connectors:importing.cloudFile')}>
            <Input
              value={cloudFile}
              spellCheck={false}
              onChange={(_, data) => setCloudFile(data.value)}
            />
          </Field>
        )}
        {save.problem !== null && (
          <ProblemCard problem={save.problem} heading={t('connectors:importing.failed')} />
        )}
        {content !== undefined && (
          <div>
            <BlockableButton
              appearance="primary"
              blocked={
                already === null ? null : t('connectors:importing.already', { name: already })
              }
              onPress={press}
            >
              {t(save.running ? 'connectors:importing.running' : 'connectors:importing.submit')}
            </BlockableButton>
          </div>
        )}
      </FormCard>
    </Page>
  );
}

function Content({ content }: { readonly content: ProfileFileContent }) {
  const styles = useStyles();
  const { text, t } = useText();
  return (
    <>
      <h2 className={styles.title}>{t('connectors:importing.what')}</h2>
      <Facts
        facts={[
          { label: t('connectors:column.name'), value: content.name },
          { label: t('connectors:column.clientId'), value: content.clientId },
          { label: t('connectors:column.cloud'), value: content.cloudLabel },
          { label: t('connectors:column.owner'), value: t(`connectors:owner.${content.owner}`) },
          ...(content.reader === null
            ? []
            : [{ label: t('connectors:importing.reader'), value: content.reader }]),
          {
            label: t('connectors:page.permissions'),
            value: content.requiredPermissions
              .map((permission) => permissionWords(text, permission))
              .join(', '),
          },
          {
            label: t('connectors:page.landingPage'),
            value: content.landingPage ?? t('connectors:page.noLandingPage'),
          },
          {
            label: t('connectors:page.backend'),
            value: content.backend?.name ?? t('connectors:page.noBackend'),
          },
        ]}
      />
    </>
  );
}
