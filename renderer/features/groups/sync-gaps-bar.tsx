import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { SyncGaps } from '../../../electron/contract/sync.ts';
import { gapSentences } from '../../../text/words/sync-gaps.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '20px' } });

/** What the last sync could not read. */
export function SyncGapsBar({ gaps }: { readonly gaps: SyncGaps }) {
  const styles = useStyles();
  const { text, t } = useText();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('groups:sync.gaps.title')}</MessageBarTitle>
        <ul className={styles.list}>
          {gapSentences(text, gaps).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
