import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ExportFormat } from '../../../electron/contract/export.ts';
import { useHost } from '../../client/engine-context.tsx';
import { formatsOf } from './export-choices.ts';
import type { ExportChoice } from './export-choices.ts';
import { ProblemCard } from '../problem-card.tsx';
import { useSubject } from '../subject.ts';
import type { FollowedExport } from '../use-export.ts';
import { useText } from '../use-text.ts';
import { Quiet } from '../words.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gap: '16px', paddingBlock: '8px' },
  practice: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  format: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What exactly the file contains, in which format, for which ticket. */
export function ExportForm({
  title,
  choices,
  followed,
  onClose,
}: {
  readonly title: string;
  readonly choices: readonly ExportChoice[];
  readonly followed: FollowedExport;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const practice = useHost().workspace === 'practice';
  const [chosen, setChosen] = useState(0);
  const [format, setFormat] = useState<ExportFormat | null>(null);
  const kept = useSubject().ticket;
  const [ticket, setTicket] = useState(kept ?? '');
  const choice = choices[chosen] ?? choices[0];
  if (choice === undefined) return null;
  const formats = formatsOf(choice.content);
  const wanted = formats.find((one) => one === format) ?? formats[0] ?? 'csv';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (followed.starting) return;
    followed.start({
      content: choice.content,
      format: wanted,
      ticket: ticket.trim(),
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.content}>
          {practice && <p className={styles.practice}>{t('exporting:practice')}</p>}
          {choices.length === 1 ? (
            <Quiet>{choice.label}</Quiet>
          ) : (
            <Field label={t('exporting:what')}>
              <RadioGroup
                value={String(chosen)}
                onChange={(_, data) => setChosen(Number(data.value))}
              >
                {choices.map(({ label }, index) => (
                  <Radio key={label} value={String(index)} label={label} />
                ))}
              </RadioGroup>
            </Field>
          )}
          <Field label={t('exporting:format')}>
            <RadioGroup
              value={wanted}
              onChange={(_, data) => setFormat(formats.find((one) => one === data.value) ?? null)}
            >
              {formats.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={
                    <span className={styles.format}>
                      {t(`exporting:formatName.${one}`)}
                      <span className={styles.hint}>{t(`exporting:formatHint.${one}`)}</span>
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t('exporting:ticket')} hint={t('exporting:ticketHint')}>
            <Input
              value={ticket}
              maxLength={60}
              autoComplete="off"
              onChange={(_, data) => setTicket(data.value)}
            />
          </Field>
          <Quiet>
            {choice.content.kind === 'handOver' && `${t('exporting:recorded')} `}
            {t('exporting:personalData')}
          </Quiet>
          {followed.problem !== null && (
            <ProblemCard problem={followed.problem} heading={t('exporting:failed')} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={followed.starting}>
            {followed.starting ? t('exporting:starting') : t('exporting:start')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
