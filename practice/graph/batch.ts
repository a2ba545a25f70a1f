import { z } from 'zod';
import { createRandom } from '../world/random.ts';
import { answerCall } from './answer-call.ts';
import type { CallAnswer } from './answer-call.ts';
import type { Caller } from './caller.ts';
import type { GraphDependencies } from './graph-dependencies.ts';
import { GraphError } from './graph-error.ts';

const mostParts = 20;

const batchSchema = z.object({
  requests: z
    .array(
      z.object({
        id: z.string().min(1),
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});

export type BatchPart = z.output<typeof batchSchema>['requests'][number];

/** Reads the envelope; throws 400 if it is malformed as a whole. */
export function readBatch(text: string): readonly BatchPart[] {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    throw malformed(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  const result = batchSchema.safeParse(plain);
  if (!result.success)
    throw malformed(`Invalid batch payload format: ${z.prettifyError(result.error)}`);
  const { requests } = result.data;
  if (requests.length > mostParts)
    throw malformed(`Number of batch request steps exceeds the maximum value of ${mostParts}.`);
  const ids = new Set(requests.map((part) => part.id.toLowerCase()));
  if (ids.size < requests.length)
    throw malformed('Invalid batch payload format: request ids must be unique.');
  for (const part of requests) {
    const unknown = part.dependsOn?.find((id) => !ids.has(id.toLowerCase()));
    if (unknown !== undefined)
      throw malformed(`Request ${part.id} depends on ${unknown}, which is not in this batch.`);
  }
  return requests;
}

/**
 * Answers every part, each metered separately, in a different order than requested. The status is 424 when a
 * part was throttled and the settings demand it.
 */
export function answerBatch(
  dependencies: GraphDependencies,
  parts: readonly BatchPart[],
  caller: Caller,
  seed: string,
): { readonly status: number; readonly body: string } {
  const statuses = new Map<string, number>();
  const answers: string[] = [];
  let waiting = [...parts];
  while (waiting.length > 0) {
    const ready = waiting.filter((part) =>
      (part.dependsOn ?? []).every((id) => statuses.has(id.toLowerCase())),
    );
    if (ready.length === 0)
      throw malformed('Invalid batch payload format: requests depend on each other in a circle.');
    for (const part of ready) {
      const failed = (part.dependsOn ?? []).some(
        (id) => (statuses.get(id.toLowerCase()) ?? 200) >= 400,
      );
      const answer = failed ? failedDependency(part.id) : answerPart(dependencies, part, caller);
      statuses.set(part.id.toLowerCase(), answer.status);
      answers.push(answer.json);
    }
    waiting = waiting.filter((part) => !ready.includes(part));
  }
  const random = createRandom(seed);
  const shuffled = answers
    .map((answer) => ({ answer, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ answer }) => answer);
  const throttled = [...statuses.values()].includes(429);
  return {
    status: throttled ? dependencies.faults.settings.batch.throttledStatus : 200,
    body: `{"responses":[${shuffled.join(',')}]}`,
  };
}

function answerPart(
  dependencies: GraphDependencies,
  part: BatchPart,
  caller: Caller,
): { readonly status: number; readonly json: string } {
  const headers = new Map(
    Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const foreign = /^[a-z][a-z\d+.-]*:|^\/\//i.test(part.url);
  const nested = /^\/?\$batch\b/.test(part.url);
  const wrong =
    foreign || nested
      ? new GraphError(400, 'BadRequest', `Invalid batch url '${part.url}': it must be relative.`)
      : caller;
  const answer = answerCall(
    dependencies,
    {
      method: part.method.toUpperCase(),
      target: part.url.replace(/^\//, ''),
      header: (name) => headers.get(name),
      part: true,
    },
    wrong,
  );
  return { status: answer.status, json: partJson(part.id, answer) };
}

function partJson(id: string, answer: CallAnswer): string {
  const head = `{"id":${JSON.stringify(id)},"status":${answer.status},"headers":${JSON.stringify(answer.headers)}`;
  return answer.body === '' ? `${head}}` : `${head},"body":${answer.body}}`;
}

function failedDependency(id: string): { readonly status: number; readonly json: string } {
  const body = {
    error: { code: 'FailedDependency', message: 'A request that this one depends on failed.' },
  };
  const headers = { 'Content-Type': 'application/json' };
  return { status: 424, json: JSON.stringify({ id, status: 424, headers, body }) };
}

function malformed(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
