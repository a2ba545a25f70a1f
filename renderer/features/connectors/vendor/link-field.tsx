import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { useAction } from '../../../client/use-action.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { useText } from '../../../ui/use-text.ts';
import { LinkReading } from './link-reading.tsx';
import { Quiet } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '12px', justifyItems: 'stretch' },
});

/** The vendor's consent link: pasted, parsed by the engine, and used after a person has confirmed it. */
export function LinkField({
  link,
  confirmed,
  fault,
  onChange,
  onConfirm,
}: {
  readonly link: string;
  readonly confirmed: boolean;
  readonly fault: string | undefined;
  readonly onChange: (link: string) => void;
  readonly onConfirm: (reading: ConsentLinkReading) => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const { vendors } = useEngine();
  const read = useAction(() => vendors.readConsentLink({ link: link.trim() }));
  const change = (next: string) => {
    read.reset();
    onChange(next);
  };
  return (
    <div className={styles.part}>
      <Field
        label={t('vendor:link.label')}
        hint={t('vendor:link.hint')}
        {...(fault !== undefined && { validationMessage: fault })}
      >
        <Input
          value={link}
          maxLength={4000}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => change(data.value)}
          contentAfter={
            <Button
              size="small"
              appearance="transparent"
              disabledFocusable={link.trim() === '' || read.running}
              onClick={() => read.run(undefined)}
            >
              {read.running ? t('vendor:link.reading') : t('vendor:link.read')}
            </Button>
          }
        />
      </Field>
      {read.problem !== null && (
        <ProblemCard problem={read.problem} heading={t('vendor:link.failed')} />
      )}
      <div role="status">{confirmed && <Quiet>{t('vendor:link.used')}</Quiet>}</div>
      {read.result !== undefined && !confirmed && (
        <LinkReading
          reading={read.result}
          onUse={() => read.result !== undefined && onConfirm(read.result)}
          onDrop={() => change('')}
        />
      )}
    </div>
  );
}
