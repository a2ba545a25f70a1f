import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { statusWords } from '../../text/words/status-words.ts';
import { hrefOf, paths } from './router.ts';
import { useNow } from './use-now.ts';
import { useText } from './use-text.ts';

/** Says that the customer has an open reset and links to it; nothing if there is none. */
export function OpenResetNote({ tenant }: { readonly tenant: TenantRow }) {
  const { text, t } = useText();
  const now = useNow();
  const { status, tenantId } = tenant;
  if (status.reset === undefined) return null;
  return (
    <MessageBar intent="info">
      <MessageBarBody>
        {statusWords(text, status, now)}{' '}
        <Link inline href={hrefOf(paths.openReset(tenantId, status.reset.purpose))}>
          {t('connection:continueReset')}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}
