import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { statusWords } from '../../text/words/status-words.ts';
import { hrefOf, paths } from './router.ts';
import { useNow } from './use-now.ts';
import { useText } from './use-text.ts';

/** Says that a reset is open for the customer and leads there; nothing where none is. */
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
