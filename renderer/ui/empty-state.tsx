import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Quiet } from './words.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '40px',
    maxWidth: '560px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** Says that there is nothing yet, and what to do about it. */
export function EmptyState({
  title,
  body,
  children,
}: {
  readonly title: string;
  readonly body: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>{title}</h2>
      <Quiet>{body}</Quiet>
      {children}
    </section>
  );
}
