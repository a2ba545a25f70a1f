import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular, ArrowSortUp16Regular } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from './use-text.ts';

/** A column of a long table. `sort` names the order that its heading asks for. */
export interface WindowColumn<Row, Sort extends string> {
  readonly id: string;
  readonly heading: string;
  /** A track of a CSS grid, for example `minmax(0, 2fr)`. */
  readonly width: string;
  readonly sort?: Sort;
  readonly align?: 'end';
  /** `first` is true for the one cell that holds the row's link. */
  readonly cell: (row: Row) => ReactNode;
}

/** The order of a table. */
export interface Order<Sort extends string> {
  readonly sort: Sort;
  readonly descending: boolean;
}

interface WindowTableProps<Row, Sort extends string> {
  readonly label: string;
  readonly columns: readonly WindowColumn<Row, Sort>[];
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly show: (from: number, to: number) => void;
  readonly order?: Order<Sort>;
  readonly onOrder?: (order: Order<Sort>) => void;
  readonly onOpen?: (row: Row) => void;
  /** What the table shows; another value scrolls it back to its top. */
  readonly topic: string;
}

const rowHeight = 44;

const useStyles = makeStyles({
  table: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '220px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  head: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  row: {
    display: 'grid',
    columnGap: '16px',
    alignItems: 'center',
    padding: '0 20px',
    minHeight: `${rowHeight}px`,
    boxSizing: 'border-box',
  },
  body: { overflowY: 'auto', flexGrow: 1, height: '0px', minHeight: '180px', position: 'relative' },
  canvas: { position: 'relative', width: '100%' },
  placed: { position: 'absolute', top: 0, left: 0, width: '100%' },
  line: {
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
  sorter: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: '4px 0',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    cursor: 'pointer',
  },
  loading: { color: tokens.colorNeutralForeground3 },
});

/** A table of any length: only the rows in sight exist. Arrow keys, Page, Home and End move between rows. */
export function WindowTable<Row, Sort extends string>(props: WindowTableProps<Row, Sort>) {
  const { label, columns, total, rowAt, show, onOpen, topic } = props;
  const styles = useStyles();
  const { t } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;

  useEffect(() => show(from, to));
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [topic]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const link = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${active}"] a, [data-row="${active}"][tabindex]`,
    );
    if (!link) return;
    wantsFocus.current = false;
    link.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1,
    );
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const target = steps[event.key];
    if (target === undefined || total === 0) return;
    event.preventDefault();
    const next = Math.min(total - 1, Math.max(0, target));
    wantsFocus.current = true;
    virtualizer.scrollToIndex(next);
    setActive(next);
  };

  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div role="table" aria-label={label} aria-rowcount={total + 1} className={styles.table}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row} style={template}>
          {columns.map((column) => (
            <Heading key={column.id} column={column} table={props} />
          ))}
        </div>
      </div>
      {/* The rows' links take the focus; the keys that bubble here move it between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div role="rowgroup" ref={scroller} className={styles.body} onKeyDown={onKeyDown}>
        <div
          role="presentation"
          className={styles.canvas}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              // A press anywhere in a row follows its link, which is what the keyboard uses.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                data-row={item.index}
                data-active={item.index === active}
                className={mergeClasses(
                  styles.row,
                  styles.placed,
                  styles.line,
                  onOpen && styles.openable,
                )}
                style={{ ...template, transform: `translateY(${item.start}px)` }}
                onClick={() => row !== undefined && onOpen?.(row)}
                onFocus={() => setActive(item.index)}
                {...(!onOpen && { tabIndex: item.index === active ? 0 : -1 })}
              >
                {row === undefined ? (
                  <div role="cell" className={styles.loading}>
                    {t('common:loading')}
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
          })}
        </div>
      </div>
    </div>
  );
}

function Heading<Row, Sort extends string>({
  column,
  table,
}: {
  readonly column: WindowColumn<Row, Sort>;
  readonly table: WindowTableProps<Row, Sort>;
}) {
  const styles = useStyles();
  const { order, onOrder } = table;
  const { sort } = column;
  const sorted = order !== undefined && sort === order.sort;
  const ariaSort = sorted ? (order.descending ? 'descending' : 'ascending') : undefined;
  const Arrow = sorted && order.descending ? ArrowSortDown16Regular : ArrowSortUp16Regular;
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort}
      className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}
    >
      {sort === undefined || onOrder === undefined ? (
        column.heading
      ) : (
        <button
          type="button"
          className={styles.sorter}
          onClick={() => onOrder({ sort, descending: sorted && !order.descending })}
        >
          {column.heading}
          {sorted && <Arrow aria-hidden="true" />}
        </button>
      )}
    </div>
  );
}
