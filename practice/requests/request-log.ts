/** One answered call of Entra or Graph: never contains a token or directory data. */
export interface RequestRecord {
  readonly service: 'entra' | 'graph' | 'pages';
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly tenantId: string | null;
  readonly appId: string | null;
  /** Units charged by the throttle; 0 outside Graph. */
  readonly resourceUnits: number;
  /** Whether it is a part of a batch, counted in addition to the batch itself. */
  readonly part: boolean;
}

/** The newest calls, and counts of each status since the log was cleared. */
export interface RequestLog {
  add(record: RequestRecord): void;
  newest(limit: number): readonly RequestRecord[];
  /** Counts by service and status, such as `graph 200`. */
  totals(): Readonly<Record<string, number>>;
  resourceUnits(): number;
  clear(): void;
}

/** Stores at most `kept` records; the totals count all calls. */
export function createRequestLog(kept = 2_000): RequestLog {
  let records: RequestRecord[] = [];
  let totals = new Map<string, number>();
  let units = 0;
  return {
    add(record) {
      records.push(record);
      if (records.length > kept * 2) records = records.slice(-kept);
      const key = `${record.service} ${record.status}`;
      totals.set(key, (totals.get(key) ?? 0) + 1);
      units += record.resourceUnits;
    },
    newest: (limit) => records.slice(-limit),
    totals: () => Object.fromEntries(totals),
    resourceUnits: () => units,
    clear() {
      records = [];
      totals = new Map();
      units = 0;
    },
  };
}
