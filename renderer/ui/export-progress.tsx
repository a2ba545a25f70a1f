import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Link,
  makeStyles,
  ProgressBar,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ExportJob } from '../../electron/contract/export.ts';
import { useHost } from '../client/engine-context.tsx';
import { Facts } from './facts.tsx';
import { ProblemCard } from './problem-card.tsx';
import { isOpen } from './use-export.ts';
import type { FollowedExport } from './use-export.ts';
import { useText } from './use-text.ts';
import { Words } from './words.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gap: '16px', paddingBlock: '8px', alignContent: 'start' },
});

/** The progress of the export, where the file was saved, or why it wasn't. */
export function ExportProgress({
  job,
  followed,
  onClose,
}: {
  readonly job: ExportJob;
  readonly followed: FollowedExport;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const practice = useHost().workspace === 'practice';
  const lost = isOpen(job) && followed.problem !== null;
  const open = isOpen(job) && !lost;
  return (
    <DialogBody>
      <DialogTitle>{open ? t('exporting:running') : t('exporting:title')}</DialogTitle>
      <DialogContent className={styles.content} data-export={lost ? 'failed' : job.state}>
        {practice && <Words>{t('exporting:practice')}</Words>}
        <Facts facts={[{ label: t('exporting:file'), value: <bdi>{job.fileName}</bdi> }]} />
        {open ? <Progress job={job} /> : <Ending job={job} followed={followed} />}
      </DialogContent>
      <DialogActions>
        {open ? (
          <NextButton key="cancel" onPress={followed.cancel}>
            {t('exporting:cancel')}
          </NextButton>
        ) : (
          <>
            <Button onClick={followed.reset}>{t('exporting:again')}</Button>
            <NextButton key="close" primary onPress={onClose}>
              {t('common:close')}
            </NextButton>
          </>
        )}
      </DialogActions>
    </DialogBody>
  );
}

function Progress({ job }: { readonly job: ExportJob }) {
  const { t, number } = useText();
  const { rows, totalRows } = job;
  if (job.state === 'choosing') {
    return (
      <>
        <Words role="status">
          {job.download === null ? t('exporting:choosing') : t('exporting:download')}
        </Words>
        {job.download !== null && (
          <Link href={job.download} download={job.fileName}>
            {t('exporting:downloadAgain')}
          </Link>
        )}
      </>
    );
  }
  return (
    <>
      <ProgressBar
        aria-label={t('exporting:running')}
        {...(totalRows !== null && totalRows > 0 && { value: rows, max: totalRows })}
      />
      <Words>
        {totalRows === null
          ? t('exporting:rows', { count: rows, formatted: number(rows) })
          : t('exporting:rowsOf', { rows: number(rows), total: number(totalRows) })}
      </Words>
    </>
  );
}

function Ending({ job, followed }: { readonly job: ExportJob; readonly followed: FollowedExport }) {
  const { t, number } = useText();
  if (job.state === 'cancelled') {
    return <Words role="status">{t('exporting:cancelled')}</Words>;
  }
  if (job.state !== 'finished') {
    return followed.problem === null ? null : (
      <ProblemCard problem={followed.problem} heading={t('exporting:failed')} />
    );
  }
  return (
    <>
      <Words role="status">
        {t('exporting:finished', { count: job.rows, formatted: number(job.rows) })}{' '}
        {job.savedAs === null && t('exporting:downloaded')}
      </Words>
      {job.savedAs !== null && (
        <Facts facts={[{ label: t('exporting:savedAs'), value: job.savedAs, copy: job.savedAs }]} />
      )}
      {job.problem !== null && (
        <ProblemCard
          problem={job.problem}
          tone="warning"
          heading={t('exporting:notRecorded.title')}
        >
          <span>{t('exporting:notRecorded.body')}</span>
        </ProblemCard>
      )}
    </>
  );
}

/** Takes the focus, because the button that was pressed before is gone. */
function NextButton({
  primary = false,
  onPress,
  children,
}: {
  readonly primary?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <Button ref={button} appearance={primary ? 'primary' : 'secondary'} onClick={onPress}>
      {children}
    </Button>
  );
}
