import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { CopyButton } from '../copy-button.tsx';
import { useText } from '../use-text.ts';

const useStyles = makeStyles({
  subject: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px',
    alignItems: 'center',
  },
});

/** A message to paste into a mail: its subject, with a separate copy button, and its text. */
export function MessageFields({
  message,
}: {
  readonly message: { readonly subject: string; readonly body: string };
}) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <>
      <Field label={t('asked:subject')}>
        {(field) => (
          <div className={styles.subject}>
            <Input {...field} readOnly value={message.subject} />
            <CopyButton iconOnly label={t('asked:copySubject')} value={() => message.subject} />
          </div>
        )}
      </Field>
      <Field label={t('asked:message')}>
        <Textarea readOnly rows={12} value={message.body} />
      </Field>
    </>
  );
}
