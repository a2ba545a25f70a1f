import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useHost } from '../client/engine-context.tsx';
import { hrefOf, lastShown } from './router.ts';
import { useText } from './use-text.ts';
import { Quiet } from './words.tsx';
import { Row } from './row.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
    padding: '28px 36px 40px',
    maxWidth: '1180px',
    boxSizing: 'border-box',
    minHeight: '100%',
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '24px', flexWrap: 'wrap' },
  titles: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    flexGrow: 1,
    flexBasis: '420px',
    minWidth: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineOffset: '4px',
  },
  back: { display: 'inline-flex', alignItems: 'center', gap: '6px', width: 'fit-content' },
});

/** A screen: its heading gets the focus when the screen is opened, and sets the document's title. */
export function Page({
  title,
  documentTitle = title,
  lead,
  back,
  actions,
  children,
}: {
  readonly title: string;
  readonly documentTitle?: string;
  readonly lead?: ReactNode;
  readonly back?: { readonly path: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { t } = useText();
  const practice = useHost().workspace === 'practice';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const prefix = practice ? `${t('shell:practice.titlePrefix')} · ` : '';
  return (
    <div className={styles.page}>
      <title>{`${prefix}${documentTitle} · ${t('common:product')}`}</title>
      {back && (
        <Link className={styles.back} href={hrefOf(lastShown(back.path))}>
          <ArrowLeft16Regular aria-hidden="true" />
          {back.label}
        </Link>
      )}
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <Quiet measure={90}>{lead}</Quiet>}
        </div>
        {actions !== undefined && (
          <Row gap={8} align="start">
            {actions}
          </Row>
        )}
      </header>
      {children}
    </div>
  );
}
