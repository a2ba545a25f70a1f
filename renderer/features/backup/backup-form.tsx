import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentArrowUp20Regular } from '@fluentui/react-icons';
import { useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../../ui/use-text.ts';
import { readText } from '../../client/read-text.ts';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '420px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

/** A backup's text with its passphrase. */
export interface ChosenBackup {
  readonly file: string;
  readonly passphrase: string;
}

/** The contract's limit, in characters of the file's text. */
const mostCharacters = 24_000_000;

/** The file and its passphrase. Both are sent to the engine once; the screen stores neither. */
export function BackupForm({
  looking,
  onLook,
}: {
  readonly looking: boolean;
  readonly onLook: (backup: ChosenBackup) => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const faultId = useId();
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const read = async (given: File | undefined) => {
    if (given === undefined) return;
    const large = given.size > mostCharacters;
    setTooLarge(large);
    setFile(large ? null : { name: given.name, text: await readText(given) });
  };
  const fault = tooLarge
    ? t('backup:bring.tooLarge')
    : tried && file === null
      ? t('backup:bring.none')
      : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (file === null || passphrase === '' || looking) return;
    onLook({ file: file.text, passphrase });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={inputId} hidden>
        {t('backup:bring.file')}
      </label>
      <input
        id={inputId}
        ref={input}
        type="file"
        accept=".evergrant"
        hidden
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Row gap={12} align="center">
        <Button
          icon={<DocumentArrowUp20Regular />}
          aria-describedby={fault === null ? undefined : faultId}
          onClick={() => input.current?.click()}
        >
          {t('backup:bring.choose')}
        </Button>
        <span className={styles.quiet} role="status">
          {file !== null && t('backup:bring.chosen', { name: file.name })}
        </span>
      </Row>
      {fault !== null && (
        <p id={faultId} className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <Field
        label={t('backup:bring.passphrase')}
        {...(tried &&
          passphrase === '' && { validationMessage: t('backup:bring.passphraseMissing') })}
      >
        <Input
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={(_, data) => setPassphrase(data.value)}
        />
      </Field>
      <div>
        <Button type="submit" disabledFocusable={looking}>
          {looking ? t('backup:bring.looking') : t('backup:bring.look')}
        </Button>
      </div>
    </form>
  );
}
