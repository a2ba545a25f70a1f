import { Button } from '@fluentui/react-components';
import { Document20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useEngine } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { readText } from '../../client/read-text.ts';
import { HandedOverReset } from './handed-over-reset.tsx';
import { Row } from '../../ui/row.tsx';

/** A colleague's reset from their file: previewed first, then continued on this computer. */
export function TakeOverPage() {
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
      <Row gap={12} align="center">
        <input
          ref={input}
          type="file"
          accept=".json"
          aria-label={t('reset:takeOver.choose')}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Choosing the same file again must work: it may have been saved again.
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
      </Row>
      {read.problem !== null && (
        <ProblemCard problem={read.problem} heading={t('reset:takeOver.failed')} />
      )}
      {content !== undefined && chosen !== null && (
        <HandedOverReset key={chosen.text} content={content} text={chosen.text} />
      )}
    </Page>
  );
}
