import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Order, WindowColumn } from './window-column.ts';
import { useRowKeys } from './use-row-keys.ts';
import { WindowHeading } from './window-heading.tsx';
import { rowHeight, WindowRow } from './window-row.tsx';

export type { Order, WindowColumn } from './window-column.ts';

interface WindowTableProps<Row, Sort extends string> {
  readonly label: string;
  /** The same array until something in it changes: another array renders every row again. */
  readonly columns: readonly WindowColumn<Row, Sort>[];
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined | null;
  readonly show: (from: number, to: number) => void;
  readonly order?: Order<Sort>;
  readonly onOrder?: (order: Order<Sort>) => void;
  readonly onOpen?: (row: Row) => void;
  /** What the table shows; a changed value scrolls it to its top. */
  readonly topic: string;
}

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
  headings: {
    display: 'grid',
    columnGap: '16px',
    alignItems: 'center',
    padding: '0 20px',
    minHeight: `${rowHeight}px`,
    boxSizing: 'border-box',
  },
  body: {
    overflowY: 'auto',
    flexGrow: 1,
    height: '0px',
    minHeight: '180px',
    position: 'relative',
    contain: 'strict',
  },
  canvas: { position: 'relative', width: '100%' },
});

/**
 * A table of any length that renders only the visible rows. Arrow keys, Page, Home and End move between rows.
 */
export function WindowTable<Row, Sort extends string>(props: WindowTableProps<Row, Sort>) {
  const { label, columns, total, rowAt, show, order, onOrder, onOpen, topic } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const opens = useRef(onOpen);
  useLayoutEffect(() => {
    opens.current = onOpen;
  });
  const open = useCallback((row: Row) => opens.current?.(row), []);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  const { active, setActive, onKeyDown } = useRowKeys({
    scroller,
    total,
    topic,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  });

  useEffect(() => show(from, to));

  const template = columns.map((column) => column.width).join(' ');
  return (
    <div role="table" aria-label={label} aria-rowcount={total + 1} className={styles.table}>
      <div role="rowgroup" className={styles.head}>
        <div
          role="row"
          aria-rowindex={1}
          className={styles.headings}
          style={{ gridTemplateColumns: template }}
        >
          {columns.map((column) => (
            <WindowHeading key={column.id} column={column} order={order} onOrder={onOrder} />
          ))}
        </div>
      </div>
      {/* The rows' links have the focus; keys that bubble to this element move it between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="rowgroup"
        ref={scroller}
        tabIndex={-1}
        className={styles.body}
        onKeyDown={onKeyDown}
      >
        <div
          role="presentation"
          className={styles.canvas}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index }) => (
            <WindowRow
              key={index}
              index={index}
              row={rowAt(index)}
              columns={columns}
              template={template}
              active={index === active}
              onFocus={setActive}
              onOpen={onOpen && open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
