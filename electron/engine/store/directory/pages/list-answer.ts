import { z } from 'zod';
import type { Problem } from '../../../../contract/problem.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import { problemFromGraphError } from '../../../errors/graph-error.ts';
import { patienceFor } from '../../../errors/patience.ts';
import { saysAbsent } from '../../../errors/questions.ts';
import { toldWait } from '../../../errors/retry-after.ts';
import type { ThrottleNews } from '../../../graph/graph.ts';
import type { Millis } from '../../../kernel/ports.ts';
import { leadsTo, pageOf, readPage } from './graph-page.ts';
import { graphGroup, groupChange, memberChange, memberReference } from './group-page.ts';
import type { GroupChange, MemberChange } from './group-page.ts';
import { graphUser, personChange } from './person-page.ts';
import type { PersonChange } from './person-page.ts';

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).optional().catch(undefined),
      body: z.unknown(),
    }),
  ),
});
type Part = z.infer<typeof batchAnswer>['responses'][number];

/** A part without an answer counts as if the service were too busy. */
const serviceBusy = 503;

const memberPage = pageOf(memberReference);

/** The outcome of one part of a batch. */
export type ReadPart<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'gone'; readonly problem: Problem }
  | {
      readonly kind: 'later';
      /** The wait that the service asked for. */
      readonly afterMs: Millis | null;
      /** How long to keep retrying such refusals in total. */
      readonly patienceMs: Millis;
      readonly problem: Problem;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A page of a group's direct members; `link` is relative to the version. */
export interface MemberPage {
  readonly members: readonly MemberChange[];
  readonly link: string | null;
}

/** An answer to a batch, part by part. */
export interface ListAnswer {
  members(id: string): ReadPart<MemberPage>;
  properties(id: string): ReadPart<GroupChange>;
  person(id: string): ReadPart<PersonChange>;
  readonly throttle: ThrottleNews;
}

/**
 * Reads the answer to a `$batch` of lists. If the answer can't be read as a batch, every part counts as not
 * answered, so nothing is lost.
 *
 * @param now by the clock of the service if the answer gives it: parts have no time of their own
 */
export function readListAnswer(bytes: ArrayBuffer, now: Millis): ListAnswer {
  const parts = new Map(partsOf(bytes).map((part) => [part.id, part]));
  const outcome = <T>(id: string, read: (body: unknown) => T): ReadPart<T> => {
    const part = parts.get(id);
    if (part === undefined) {
      const patienceMs = patienceFor(serviceBusy);
      return { kind: 'later', afterMs: null, patienceMs, problem: unanswered() };
    }
    if (part.status >= 200 && part.status < 300) return readBody(part, read);
    const headers = new Headers(Object.entries(part.headers ?? {}));
    const failure = { status: part.status, headers, body: JSON.stringify(part.body ?? null) };
    const problem = problemFromGraphError(failure, now).toProblem();
    if (saysAbsent(problem)) return { kind: 'gone', problem };
    const patienceMs = patienceFor(part.status);
    if (patienceMs === 0) return { kind: 'failed', problem };
    return { kind: 'later', afterMs: toldWait(headers, now), patienceMs, problem };
  };
  return {
    members: (id) =>
      outcome(id, (body) => {
        const page = memberPage.parse(body);
        return { members: page.value.map(memberChange), link: relative(page['@odata.nextLink']) };
      }),
    properties: (id) => outcome(id, (body) => groupChange(graphGroup.parse(body))),
    person: (id) => outcome(id, (body) => personChange(graphUser.parse(body))),
    throttle: throttleOf([...parts.values()]),
  };
}

function partsOf(bytes: ArrayBuffer): readonly Part[] {
  try {
    return readPage(batchAnswer, bytes).responses;
  } catch (error) {
    if (error instanceof EvergrantError) return [];
    throw error;
  }
}

function readBody<T>(part: Part, read: (body: unknown) => T): ReadPart<T> {
  try {
    return { kind: 'read', value: read(part.body) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const params = { at: issue?.path.join('.') ?? '', found: issue?.code ?? '' };
    const problem = new EvergrantError('sync.unreadablePage', { retry: 'after', params });
    return { kind: 'failed', problem: problem.toProblem() };
  }
}

function unanswered(): Problem {
  const params = { at: 'responses', found: 'missing' };
  return new EvergrantError('sync.unreadablePage', { retry: 'after', params }).toProblem();
}

/** A part of a batch has a relative address: the part of a nextLink after the version. */
function relative(link: string | null | undefined): string | null {
  if (link === undefined || link === null) return null;
  const url = URL.canParse(link) ? new URL(link) : null;
  const version = /^\/v1\.0(?=\/)/i;
  if (!url || !version.test(url.pathname) || !leadsTo('members', link)) {
    throw new z.ZodError([
      { code: 'custom', path: ['@odata.nextLink'], message: 'not an address of this Graph' },
    ]);
  }
  return `${url.pathname.replace(version, '')}${url.search}`;
}

/** The units of all parts, and the share of the limit that the last part reported. */
function throttleOf(parts: readonly Part[]): ThrottleNews {
  const numbers = (name: string): number[] =>
    parts.flatMap((part) => {
      const header = Object.entries(part.headers ?? {}).find(([key]) => key.toLowerCase() === name);
      const value = Number.parseFloat(header?.[1] ?? '');
      return Number.isNaN(value) ? [] : [value];
    });
  const units = numbers('x-ms-resource-unit');
  const shares = numbers('x-ms-throttle-limit-percentage');
  return {
    resourceUnits: units.length === parts.length ? units.reduce((sum, one) => sum + one, 0) : null,
    limitPercentage: shares.length === 0 ? null : Math.max(...shares),
  };
}
