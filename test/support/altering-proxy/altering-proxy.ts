import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Agent, request as send } from 'undici';
import { issueServer } from '../../../practice/certificates/issue.ts';
import { alterAnswer, alterParts, ownHeaders } from './alter.ts';
import type { Answer } from './alter.ts';
import { partsOf, passed } from './passed.ts';
import type { Passed } from './passed.ts';
import { activate } from './rules.ts';
import type { ActiveRule, Cut, Rule, RuleHandle } from './rules.ts';

/** A network between an engine and a practice cloud that alters answers as a test asks. */
export interface AlteringProxy {
  /** Replaces the cloud's own origin in every answer. */
  readonly origin: string;
  /** The CA certificate of this origin. */
  readonly caPem: string;
  /** Requests that passed since the last `clear`; the parts of a batch follow their batch. */
  readonly passed: readonly Passed[];
  /** Adds a rule. If several rules match a request, each alters the result of the rule before it. */
  alter(rule: Rule): RuleHandle;
  /** Removes all rules and clears the record. */
  clear(): void;
  close(): Promise<void>;
}

/**
 * Starts a TLS server on loopback that forwards everything to `upstream` and back. Addresses of the cloud in
 * its answers (nextLink, discovery, Location) become the proxy's, so that the requests that follow also pass
 * through it.
 *
 * Sign in with a secret through this proxy: a client assertion is signed for one address, so the cloud would
 * refuse an assertion for the proxy's address.
 */
export async function startAlteringProxy(upstream: {
  readonly origin: string;
  readonly caPem: string;
}): Promise<AlteringProxy> {
  const { ca, server: key } = await issueServer(Date.now());
  const agent = new Agent({ connect: { ca: upstream.caPem } });
  let rules: ActiveRule[] = [];
  let record: Passed[] = [];
  const rulesFor = (request: Passed, part: boolean): ActiveRule[] =>
    rules.filter((active) => (active.rule.part ?? false) === part && active.takes(request));

  const ask = async (request: Passed, target: string): Promise<Answer> => {
    const { 'accept-encoding': _, host: __, ...headers } = ownHeaders(request.headers);
    const answer = await send(`${upstream.origin}${inward(target)}`, {
      dispatcher: agent,
      method: request.method as 'GET',
      headers,
      ...(request.body !== '' && { body: inward(request.body) }),
    });
    const body = outward(await answer.body.text());
    const answered = ownHeaders(answer.headers);
    if (answered['location'] !== undefined) answered['location'] = outward(answered['location']);
    return { status: answer.statusCode, headers: answered, body: Buffer.from(body) };
  };
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const target = incoming.url ?? '/';
    const request = passed(
      incoming.method ?? 'GET',
      target,
      incoming.headers,
      await text(incoming),
    );
    const parts = partsOf(request);
    record.push(request, ...parts);
    const applied = rulesFor(request, false);
    let answer = await ask(request, target);
    if (parts.length > 0) answer = alterParts(answer, parts, (part) => rulesFor(part, true));
    for (const { rule } of applied) answer = alterAnswer(answer, rule, request);
    for (const active of applied) if (active.rule.hold === true) await active.released;
    const cut = applied.find(({ rule }) => rule.cut !== undefined)?.rule.cut;
    if (cut !== 'beforeAnswer') request.status = answer.status;
    write(outgoing, answer, cut, () =>
      connections.get(incoming.socket.remotePort)?.resetAndDestroy(),
    );
  };

  const server = createServer(
    { key: key.privateKey, cert: key.certificate },
    (incoming, outgoing) => {
      // The client left, or the cloud ended: only the client can be notified.
      pass(incoming, outgoing).catch(() => outgoing.destroy());
    },
  );
  const connections = new Map<number | undefined, Socket>();
  server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    connections.set(remotePort, socket);
    socket.once('close', () => connections.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { host } = new URL(upstream.origin);
  const outward = exchange(host, own);
  const inward = exchange(own, host);

  return {
    origin: `https://${own}`,
    caPem: ca,
    get passed() {
      return record;
    },
    alter(rule) {
      const active = activate(rule, (gone) => {
        rules = rules.filter((one) => one !== gone);
      });
      rules = [...rules, active];
      return active;
    },
    clear() {
      for (const active of rules) active.remove();
      record = [];
    },
    async close() {
      for (const active of rules) active.remove();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await agent.destroy();
    },
  };
}

/** Replaces one host with another, both plain (in addresses) and URL-encoded (in queries). */
function exchange(from: string, to: string): (content: string) => string {
  return (content) =>
    content.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to));
}

function write(
  outgoing: ServerResponse,
  { status, headers, body }: Answer,
  cut: Cut | undefined,
  reset: () => void,
): void {
  const end = (): void => {
    if (cut === 'reset') reset();
    else outgoing.destroy();
  };
  if (cut === 'beforeAnswer') {
    end();
    return;
  }
  outgoing.writeHead(status, { ...headers, 'content-length': String(body.byteLength) });
  if (cut === undefined) {
    outgoing.end(body);
    return;
  }
  outgoing.flushHeaders();
  if (cut === 'afterHead') setImmediate(end);
  else outgoing.write(body.subarray(0, body.byteLength >> 1), end);
}
