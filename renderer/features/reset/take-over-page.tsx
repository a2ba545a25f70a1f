import { Button, Link, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Document20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type {
  HandOverContent,
  HandOverHindrance,
} from '../../../electron/contract/reset-hand-over.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { stepName } from '../../../text/words/reset-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { NameField, useName } from './name-field.tsx';
import { readText } from '../../client/read-text.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  field: { width: '320px' },
  // Beside the field, below the height of its label.
  button: { marginTop: '26px' },
  link: { width: 'fit-content' },
});

/** A colleague's reset from their file: looked at first, then carried on here. */
export function TakeOverPage() {
  const styles = useStyles();
  const { t } = useText();
  const { resets } = useEngine();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ readonly name: string; readonly text: string } | null>(
    null,
  );
  const read = useAction((text: string) => resets.readHandOver({ text }));
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await readText(file);
    setChosen({ name: file.name, text });
    read.run(text);
  };
  const content = read.running ? undefined : read.result;
  return (
    <Page
      title={t('reset:takeOver.title')}
      lead={t('reset:takeOver.lead')}
      back={{ path: paths.customers(), label: t('shell:customers') }}
    >
      <div className={styles.row}>
        <input
          ref={input}
          type="file"
          accept=".json"
          aria-label={t('reset:takeOver.choose')}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file again, saved anew meanwhile, is a choice too.
            event.target.value = '';
            void choose(file);
          }}
        />
        <Button
          icon={<Document20Regular />}
          appearance={content === undefined ? 'primary' : 'secondary'}
          onClick={() => input.current?.click()}
        >
          {t(chosen === null ? 'reset:takeOver.choose' : 'reset:takeOver.chooseAnother')}
        </Button>
        <span role="status">{chosen?.name}</span>
      </div>
      {read.problem !== null && (
        <ProblemCard problem={read.problem} heading={t('reset:takeOver.failed')} />
      )}
      {content !== undefined && chosen !== null && (
        <Content key={chosen.text} content={content} text={chosen.text} />
      )}
    </Page>
  );
}

/** Where a reset of the customer can be looked at here. */
const isHere: ReadonlySet<HandOverHindrance> = new Set(['here', 'older', 'running', 'ended']);

/** What the file holds, what stands in the way, and the way on. */
function Content({
  content,
  text: file,
}: {
  readonly content: HandOverContent;
  readonly text: string;
}) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const { resets } = useEngine();
  const queries = useQueryClient();
  const name = useName();
  const [tried, setTried] = useState(false);
  const { tenant, connector, reset, hindrance } = content;
  const take = useAction(
    (by: string) => resets.takeOver({ text: file, by }),
    async ({ tenantId, purpose }) => {
      await queries.invalidateQueries({ queryKey: keys.tenants() });
      go(purpose === 'offBoard' ? paths.offBoard(tenantId) : paths.reset(tenantId));
    },
  );
  const isFree = hindrance === 'nothing';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.typed !== '' && !take.running) take.run(name.typed);
  };
  const words = { ...connector, backend: null };
  const leaves = reset.purpose === 'offBoard';
  const { tenantId } = tenant;
  const hindered = isFree
    ? null
    : t(`reset:takeOver.hindrance.${hindrance}`, { connector: connector.name });
  return (
    <Card title={tenant.name}>
      <Facts
        facts={[
          {
            label: t('reset:takeOver.what'),
            value: t(leaves ? 'reset:offBoard.name' : 'reset:title'),
          },
          { label: t('reset:takeOver.tenantId'), value: tenantId },
          {
            label: t('reset:takeOver.connector'),
            value: `${connector.name} (${connector.cloudLabel})`,
          },
          {
            label: t('reset:takeOver.begun'),
            value: t('reset:takeOver.begunBy', {
              by: reset.startedBy,
              at: time(reset.startedAt),
            }),
          },
          ...(reset.heldAt === null
            ? []
            : [
                {
                  label: t('reset:takeOver.stands'),
                  value: stepName(text, reset.heldAt, words),
                },
              ]),
        ]}
      />
      {hindered !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{hindered}</MessageBarBody>
        </MessageBar>
      )}
      {hindrance === 'noConnector' && (
        <Link className={styles.link} href={hrefOf(paths.importConnector())}>
          {t('reset:takeOver.importConnector')}
        </Link>
      )}
      {hindrance === 'otherConnector' && (
        <Link className={styles.link} href={hrefOf(paths.connection(tenantId))}>
          {t('reset:takeOver.openCustomer')}
        </Link>
      )}
      {isHere.has(hindrance) && (
        <Link
          className={styles.link}
          href={hrefOf(leaves ? paths.offBoard(tenantId) : paths.reset(tenantId))}
        >
          {t('reset:takeOver.openHere')}
        </Link>
      )}
      {isFree && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <NameField name={name} tried={tried} className={styles.field} />
          <Button
            type="submit"
            className={styles.button}
            appearance="primary"
            disabledFocusable={take.running}
          >
            {t('reset:takeOver.button')}
          </Button>
        </form>
      )}
      {take.problem !== null && (
        <ProblemCard problem={take.problem} heading={t('reset:takeOver.failed')} />
      )}
    </Card>
  );
}
