import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { useEngine } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { explainPage } from '../../text/words/aadsts-lookup.ts';
import type { PageMeaning } from '../../text/words/aadsts-lookup.ts';
import type { Text } from '../../text/create-text.ts';
import { problemLinks } from '../../text/words/problem-links.ts';
import { problemTicket } from '../../text/reports/ticket.ts';
import { CopyForTicket } from './copy-button.tsx';
import { placeOf, useSubject } from './subject.ts';
import type { Subject } from './subject.ts';
import { useText } from './use-text.ts';
import { Quiet, Words } from './words.tsx';
import { Row } from './row.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '12px', justifyItems: 'start' },
  panel: { display: 'grid', gap: '12px', width: '100%', maxWidth: '640px' },
  answer: { display: 'grid', gap: '6px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** Explains an AADSTS number or the words of a Microsoft page. Works without a network. */
export function StuckHelp() {
  const styles = useStyles();
  const { t } = useText();
  const panelId = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.box}>
      <Button
        appearance="subtle"
        aria-expanded={open}
        {...(open && { 'aria-controls': panelId })}
        onClick={() => setOpen(!open)}
      >
        {t('connection:stuck.summary')}
      </Button>
      {open && <Explain panelId={panelId} />}
    </div>
  );
}

function Explain({ panelId }: { readonly panelId: string }) {
  const styles = useStyles();
  const { text, t } = useText();
  const [typed, setTyped] = useState('');
  const meaning = explainPage(text, typed);
  const nothing = typed.trim().length < 4;
  return (
    <div id={panelId} className={styles.panel}>
      <Field label={t('connection:stuck.label')} hint={t('connection:stuck.hint')}>
        <Input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => setTyped(data.value)}
        />
      </Field>
      <div role="status" className={styles.answer}>
        {meaning === null ? (
          <Quiet>{nothing ? t('connection:stuck.waiting') : t('connection:stuck.none')}</Quiet>
        ) : (
          <>
            <p className={styles.title}>{meaning.words.meaning}</p>
            <Words>{meaning.words.cure}</Words>
            <Quiet>{meaning.words.cause}</Quiet>
            <Quiet>{meaning.words.who}</Quiet>
          </>
        )}
      </div>
      {meaning !== null && <MeaningHelp meaning={meaning} />}
    </div>
  );
}

/** The page's meaning for a ticket, and Microsoft's pages about it. */
function MeaningHelp({ meaning }: { readonly meaning: PageMeaning }) {
  const { text } = useText();
  const subject = useSubject();
  const place = placeOf(subject);
  const engine = useEngine();
  const { code } = meaning;
  const { data: known } = useQuery({
    queryKey: keys.explained(code),
    queryFn: ({ signal }) => engine.problems.explain({ code }, { signal }),
  });
  const problem: Problem = { ...known, code, params: meaning.params, retry: 'now' };
  const links = place === null ? [] : problemLinks(text, problem, place);
  return (
    <Row gap={12} align="center">
      <CopyForTicket
        appearance="subtle"
        size="small"
        value={() => ticketNow(text, problem, subject)}
      />
      {links.map(({ label, url }) => (
        <Link key={url} href={url} target="_blank" rel="noreferrer">
          {label}
        </Link>
      ))}
    </Row>
  );
}

function ticketNow(text: Text, problem: Problem, subject: Subject): string {
  return problemTicket(text, problem, Date.now(), subject);
}
