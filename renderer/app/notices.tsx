import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Notice } from '../../electron/contract/notice.ts';
import { useEngine } from '../client/engine-context.tsx';
import { followNotices } from '../client/follow-notices.ts';
import { noticeWords } from '../../text/words/notice-words.ts';
import { hrefOf, paths } from '../ui/router.ts';
import { useText } from '../ui/use-text.ts';

const useStyles = makeStyles({ list: { flexShrink: 0 } });

/** Notices of what happened while the technician was elsewhere; each stays until it is dismissed. */
export function Notices() {
  const styles = useStyles();
  const { text, t } = useText();
  const [notices, dismiss] = useNotices();
  return (
    <div className={styles.list} role="status" aria-label={t('asked:notice.list')}>
      {notices.map((notice) => {
        const { title, body, customer } = noticeWords(text, notice);
        return (
          <MessageBar
            key={notice.id}
            intent={notice.kind === 'granted' ? 'success' : 'warning'}
            layout="auto"
          >
            <MessageBarBody>
              <MessageBarTitle>{title}</MessageBarTitle> {body}{' '}
              <Link
                inline
                href={hrefOf(paths.connection(notice.tenant.tenantId))}
                onClick={() => dismiss(notice.id)}
              >
                {t('asked:notice.show', { customer })}
              </Link>
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<Dismiss16Regular />}
                  aria-label={t('asked:notice.dismiss')}
                  onClick={() => dismiss(notice.id)}
                />
              }
            />
          </MessageBar>
        );
      })}
    </div>
  );
}

/** Listens from the first screen on; the frame reports a cut connection. */
function useNotices(): readonly [readonly Notice[], (id: string) => void] {
  const engine = useEngine();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const hear = (notice: Notice) => setNotices((known) => [...known, notice]);
    followNotices(engine, hear, leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [engine]);
  return [notices, (id) => setNotices((known) => known.filter((notice) => notice.id !== id))];
}
