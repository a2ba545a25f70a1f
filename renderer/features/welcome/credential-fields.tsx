import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Certificate20Regular } from '@fluentui/react-icons';
import { useId, useRef, useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import type { ConnectorDraft, DraftFaults } from './connector-draft.ts';

const useStyles = makeStyles({
  file: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: '4px 0 0', color: tokens.colorPaletteRedForeground1 },
  label: { margin: '0 0 6px' },
});

/** A certificate with its key is some kilobytes; anything far larger is another file. */
const mostBytes = 256 * 1024;

/** The certificate or secret: read here, sent inwards once, and never shown again. */
export function CredentialFields({
  draft,
  onChange,
  faults,
}: {
  readonly draft: ConnectorDraft;
  readonly onChange: (part: Partial<ConnectorDraft>) => void;
  readonly faults: DraftFaults;
}) {
  const styles = useStyles();
  const { t } = useText();
  switch (draft.credential) {
    case 'certificate':
      return <CertificateFile draft={draft} onChange={onChange} faults={faults} />;
    case 'secret':
      return (
        <Field
          label={t('welcome:form.secretValue')}
          {...(faults.secret !== undefined && {
            validationMessage: t(`welcome:form.${faults.secret}`),
          })}
        >
          <Input
            type="password"
            autoComplete="off"
            value={draft.secret}
            onChange={(_, data) => onChange({ secret: data.value })}
          />
        </Field>
      );
    case 'none':
      return <p className={styles.quiet}>{t('welcome:form.noneHint')}</p>;
  }
}

function CertificateFile({
  draft,
  onChange,
  faults,
}: {
  readonly draft: ConnectorDraft;
  readonly onChange: (part: Partial<ConnectorDraft>) => void;
  readonly faults: DraftFaults;
}) {
  const styles = useStyles();
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const inputId = useId();
  const [tooLarge, setTooLarge] = useState(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const large = file.size > mostBytes;
    setTooLarge(large);
    onChange({ pem: large ? null : { fileName: file.name, text: await file.text() } });
  };
  const fault = tooLarge ? 'certificateTooLarge' : faults.pem;
  return (
    <div>
      <label className={styles.label} htmlFor={inputId}>
        {t('welcome:form.certificateFile')}
      </label>
      <input
        id={inputId}
        ref={input}
        type="file"
        accept=".pem,.crt,.cer,.key,.txt"
        hidden
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <div className={styles.file}>
        <Button
          icon={<Certificate20Regular />}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : faultId}
          onClick={() => input.current?.click()}
        >
          {t('welcome:form.chooseFile')}
        </Button>
        <span className={styles.quiet} role="status">
          {draft.pem !== null && t('welcome:form.fileChosen', { name: draft.pem.fileName })}
        </span>
      </div>
      {fault !== undefined && (
        <p id={faultId} className={styles.fault} role="alert">
          {t(`welcome:form.${fault}`)}
        </p>
      )}
    </div>
  );
}
