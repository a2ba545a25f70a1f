import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { useText } from './use-text.ts';
import type { WindowColumn } from './window-column.ts';

/** The height of a row, px. */
export const rowHeight = 44;

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    display: 'grid',
    columnGap: '16px',
    alignItems: 'center',
    padding: '0 20px',
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    contain: 'strict',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  openable: { cursor: 'pointer' },
  cell: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: '4px 0',
  },
  end: { textAlign: 'right' },
  loading: { color: tokens.colorNeutralForeground3 },
});

interface WindowRowProps<Row> {
  readonly index: number;
  /** Undefined while it is loading, null if loading failed. */
  readonly row: Row | undefined | null;
  readonly columns: readonly WindowColumn<Row, string>[];
  /** The columns' tracks, for CSS. */
  readonly template: string;
  readonly active: boolean;
  readonly onFocus: (index: number) => void;
  /** Omitted if rows open nothing: then the row itself gets the focus. */
  readonly onOpen: ((row: Row) => void) | undefined;
}

function Row<Row>(props: WindowRowProps<Row>) {
  const { index, row, columns, template, active, onFocus, onOpen } = props;
  const styles = useStyles();
  const { t } = useText();
  return (
    // A press anywhere in a row follows its link, which the keyboard uses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      data-active={active}
      className={mergeClasses(styles.row, onOpen && styles.openable)}
      style={{ gridTemplateColumns: template, transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => row != null && onOpen?.(row)}
      onFocus={() => onFocus(index)}
      {...(!onOpen && { tabIndex: active ? 0 : -1 })}
    >
      {row == null ? (
        <div role="cell" className={styles.loading}>
          {row === null ? t('common:notRead') : t('common:loading')}
        </div>
      ) : (
        columns.map((column) => (
          <div
            key={column.id}
            role="cell"
            className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}
          >
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

/** A row of a long table. Rendered again only when it changes: scrolling renders only the new rows. */
export const WindowRow = memo(Row) as typeof Row;
