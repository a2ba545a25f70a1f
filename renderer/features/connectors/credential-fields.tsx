import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Certificate20Regular } from '@fluentui/react-icons';
import { useId, useRef, useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { readCredentialFile } from './credential-form.ts';
import type { CredentialDraft } from './credential-form.ts';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gap: '20px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  hint: {
    margin: '4px 0 0',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  fault: { margin: '4px 0 0', color: tokens.colorPaletteRedForeground1 },
  label: { display: 'block', margin: '0 0 6px' },
});

/** A certificate with its key is a few kilobytes; anything much larger is another file. */
const mostBytes = 256 * 1024;
const mostFiles = 4;

interface FieldsProps {
  readonly draft: CredentialDraft;
  readonly onChange: (part: Partial<CredentialDraft>) => void;
  /** Which field is missing, once the form was submitted. */
  readonly missing: Partial<Record<'files' | 'secret', unknown>> | undefined;
}

/** The certificate or secret: read by this form, sent to the engine once, and never shown again. */
export function CredentialFields({
  kind,
  ...fields
}: FieldsProps & { readonly kind: 'certificate' | 'secret' }) {
  return kind === 'certificate' ? <CertificateFiles {...fields} /> : <Secret {...fields} />;
}

function Secret({ draft, onChange, missing }: FieldsProps) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.fields}>
      <Field
        label={t('connectors:fields.secretValue')}
        {...(missing?.secret !== undefined && {
          validationMessage: t('connectors:fields.secretMissing'),
        })}
      >
        <Input
          type="password"
          autoComplete="off"
          value={draft.secret}
          onChange={(_, data) => onChange({ secret: data.value })}
        />
      </Field>
      <Field label={t('connectors:fields.secretEnd')} hint={t('connectors:fields.secretEndHint')}>
        <Input
          type="date"
          value={draft.secretEnd}
          onChange={(_, data) => onChange({ secretEnd: data.value })}
        />
      </Field>
    </div>
  );
}

function CertificateFiles({ draft, onChange, missing }: FieldsProps) {
  const styles = useStyles();
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const faultId = useId();
  const [refused, setRefused] = useState<'filesTooLarge' | 'filesTooMany' | null>(null);
  const read = async (chosen: readonly File[]) => {
    const fault =
      chosen.length > mostFiles
        ? 'filesTooMany'
        : chosen.some(({ size }) => size > mostBytes)
          ? 'filesTooLarge'
          : null;
    setRefused(fault);
    onChange({ files: fault === null ? await Promise.all(chosen.map(readCredentialFile)) : [] });
  };
  const fault = refused ?? (missing?.files === undefined ? undefined : 'filesMissing');
  return (
    <div className={styles.fields}>
      <div>
        <label className={styles.label} htmlFor={inputId}>
          {t('connectors:fields.files')}
        </label>
        <input
          id={inputId}
          ref={input}
          type="file"
          multiple
          accept=".pem,.pfx,.p12,.crt,.cer,.der,.key,.txt"
          hidden
          onChange={(event) => void read([...(event.target.files ?? [])])}
        />
        <Row gap={12} align="center">
          <Button
            icon={<Certificate20Regular />}
            aria-invalid={fault !== undefined}
            aria-describedby={fault === undefined ? undefined : faultId}
            onClick={() => input.current?.click()}
          >
            {t('connectors:fields.chooseFiles')}
          </Button>
          <span className={styles.quiet} role="status">
            {draft.files.length > 0 &&
              t('connectors:fields.chosen', {
                names: draft.files.map(({ name }) => name).join(', '),
              })}
          </span>
        </Row>
        {fault === undefined ? (
          <p className={styles.hint}>{t('connectors:fields.filesHint')}</p>
        ) : (
          <p id={faultId} className={styles.fault} role="alert">
            {t(`connectors:fields.${fault}`)}
          </p>
        )}
      </div>
      <Field label={t('connectors:fields.passphrase')}>
        <Input
          type="password"
          autoComplete="off"
          value={draft.passphrase}
          onChange={(_, data) => onChange({ passphrase: data.value })}
        />
      </Field>
    </div>
  );
}
