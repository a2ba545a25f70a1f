import { Button, makeStyles } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';

const useStyles = makeStyles({ fit: { width: 'fit-content' } });

/** A link outside Evergrant that is the next step, drawn as a button. */
export function LinkButton({
  href,
  children,
}: {
  readonly href: string;
  readonly children: string;
}) {
  const styles = useStyles();
  return (
    <Button
      as="a"
      role="link"
      className={styles.fit}
      appearance="primary"
      icon={<Open16Regular />}
      iconPosition="after"
      href={href}
      target="_blank"
      rel="noreferrer"
    >
      {children}
    </Button>
  );
}
