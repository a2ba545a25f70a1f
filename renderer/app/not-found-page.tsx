import { Link } from '@fluentui/react-components';
import { Page } from '../ui/page.tsx';
import { hrefOf, paths } from '../ui/router.ts';
import { useText } from '../ui/use-text.ts';

/** No screen, customer or object at this address. */
export function NotFoundPage() {
  const { t } = useText();
  return (
    <Page title={t('shell:notFound.title')} lead={t('shell:notFound.body')}>
      <Link href={hrefOf(paths.customers())}>{t('shell:notFound.back')}</Link>
    </Page>
  );
}
