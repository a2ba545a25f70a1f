import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowSortDown16Regular, ArrowSortUp16Regular } from '@fluentui/react-icons';
import type { Order, WindowColumn } from './window-column.ts';

const useStyles = makeStyles({
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
});

/** The heading of a column; a button if it sorts the table. */
export function WindowHeading<Row, Sort extends string>({
  column,
  order,
  onOrder,
}: {
  readonly column: WindowColumn<Row, Sort>;
  readonly order: Order<Sort> | undefined;
  readonly onOrder: ((order: Order<Sort>) => void) | undefined;
}) {
  const styles = useStyles();
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
