import { Button, Link, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
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
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { NameField, useNameForm } from './name-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  field: { width: '320px' },
  // Beside the field, below the height of its label.
  button: { marginTop: '26px' },
  link: { width: 'fit-content' },
});

/** What a hand-over file contains, what prevents taking it over, and how to continue. */
export function HandedOverReset({
  content,
  text,
}: {
  readonly content: HandOverContent;
  readonly text: string;
}) {
  const { t } = useText();
  const { tenant, connector, hindrance } = content;
  return (
    <Card title={tenant.name}>
      <ContentFacts content={content} />
      {hindrance === 'nothing' ? (
        <TakeOverForm file={text} />
      ) : (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t(`reset:takeOver.hindrance.${hindrance}`, { connector: connector.name })}
            </MessageBarBody>
          </MessageBar>
          <WayOn content={content} hindrance={hindrance} />
        </>
      )}
    </Card>
  );
}

function ContentFacts({ content }: { readonly content: HandOverContent }) {
  const { text, t, time } = useText();
  const { tenant, connector, reset } = content;
  const leaves = reset.purpose === 'offBoard';
  const words = { ...connector, backend: null };
  return (
    <Facts
      facts={[
        {
          label: t('reset:takeOver.what'),
          value: t(leaves ? 'reset:offBoard.name' : 'reset:title'),
        },
        { label: t('reset:takeOver.tenantId'), value: tenant.tenantId },
        {
          label: t('reset:takeOver.connector'),
          value: `${connector.name} (${connector.cloudLabel})`,
        },
        {
          label: t('reset:takeOver.begun'),
          value: t('reset:takeOver.begunBy', { by: reset.startedBy, at: time(reset.startedAt) }),
        },
        ...(reset.heldAt === null
          ? []
          : [{ label: t('reset:takeOver.stands'), value: stepName(text, reset.heldAt, words) }]),
      ]}
    />
  );
}

/** Obstacles for which this computer has a reset of the customer to show. */
const isHere: ReadonlySet<HandOverHindrance> = new Set(['here', 'older', 'running', 'ended']);

/** The screen on which the obstacle can be viewed or fixed. */
function WayOn({
  content: { tenant, reset },
  hindrance,
}: {
  readonly content: HandOverContent;
  readonly hindrance: HandOverHindrance;
}) {
  const styles = useStyles();
  const { t } = useText();
  const link = (path: string, words: string) => (
    <Link className={styles.link} href={hrefOf(path)}>
      {words}
    </Link>
  );
  if (hindrance === 'noConnector') {
    return link(paths.importConnector(), t('reset:takeOver.importConnector'));
  }
  if (hindrance === 'otherConnector') {
    return link(paths.connection(tenant.tenantId), t('reset:takeOver.openCustomer'));
  }
  if (!isHere.has(hindrance)) return null;
  return link(paths.openReset(tenant.tenantId, reset.purpose), t('reset:takeOver.openHere'));
}

/** Whose name goes on the record from now on, and the button that continues the reset. */
function TakeOverForm({ file }: { readonly file: string }) {
  const styles = useStyles();
  const { t } = useText();
  const { resets } = useEngine();
  const queries = useQueryClient();
  const take = useAction(
    (by: string) => resets.takeOver({ text: file, by }),
    async ({ tenantId, purpose }) => {
      await queries.invalidateQueries({ queryKey: keys.tenants() });
      go(paths.openReset(tenantId, purpose));
    },
  );
  const form = useNameForm((by) => !take.running && take.run(by));
  return (
    <>
      <form className={styles.form} {...form.element}>
        <NameField form={form} className={styles.field} />
        <Button
          type="submit"
          className={styles.button}
          appearance="primary"
          disabledFocusable={take.running}
        >
          {t('reset:takeOver.button')}
        </Button>
      </form>
      {take.problem !== null && (
        <ProblemCard problem={take.problem} heading={t('reset:takeOver.failed')} />
      )}
    </>
  );
}
