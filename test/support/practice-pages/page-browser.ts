import type { Hono } from 'hono';

/** A page as a test sees it: the answer and its forms. */
export interface SeenPage {
  readonly status: number;
  readonly heading: string;
  readonly text: string;
  readonly markup: string;
  readonly headers: Headers;
  readonly location: string | null;
  /** Accessible names of the buttons. */
  readonly buttons: readonly string[];
}

/** Walks through the sign-in and consent pages as a browser without scripts does, without a network. */
export interface TestBrowser {
  open(path: string): Promise<SeenPage>;
  /** Presses the button with this name; `typed` fills in text fields and checkboxes by field name. */
  press(button: string, typed?: Readonly<Record<string, string | null>>): Promise<SeenPage>;
}

interface Form {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly buttons: readonly {
    readonly name: string;
    readonly field: string;
    readonly value: string;
  }[];
}

const base = 'http://localhost:4000';

/** A browser that stores cookies. */
export function createTestBrowser(app: Hono): TestBrowser {
  const cookies = new Map<string, string>();
  let forms: readonly Form[] = [];
  const send = async (path: string, init?: RequestInit): Promise<SeenPage> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(new URL(path, base).href, {
      ...init,
      headers: { cookie, ...init?.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const markup = await response.text();
    forms = [...markup.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
      ([, action = '', inside = '']) => readForm(action, inside),
    );
    return {
      status: response.status,
      heading: plain(/<h1>(.*?)<\/h1>/s.exec(markup)?.[1] ?? ''),
      text: plain(markup),
      markup,
      headers: response.headers,
      location: response.headers.get('location'),
      buttons: forms.flatMap((form) => form.buttons.map(({ name }) => name)),
    };
  };
  const follow = async (page: SeenPage): Promise<SeenPage> =>
    page.location?.startsWith('/') === true ? await follow(await send(page.location)) : page;
  return {
    open: async (path) => await follow(await send(path)),
    async press(button, typed = {}) {
      const form = forms.find((one) => one.buttons.some(({ name }) => name === button));
      const pressed = form?.buttons.find(({ name }) => name === button);
      if (form === undefined || pressed === undefined) throw new Error(`No button '${button}'.`);
      const fields = new URLSearchParams(Object.fromEntries(form.fields));
      for (const [name, value] of Object.entries(typed)) {
        if (value === null) fields.delete(name);
        else fields.set(name, value);
      }
      if (pressed.field !== '') fields.append(pressed.field, pressed.value);
      return await follow(
        await send(form.action, {
          method: 'POST',
          body: fields.toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      );
    },
  };
}

function readForm(action: string, inside: string): Form {
  const attribute = (tag: string, name: string): string =>
    plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const inputs = [...inside.matchAll(/<input[^>]*>/gs)].map(([tag]) => tag);
  const sent = inputs.filter(
    (tag) => !['checkbox', 'radio'].includes(attribute(tag, 'type')) || /\schecked\b/.test(tag),
  );
  const chosen = [...inside.matchAll(/<select([^>]*)>.*?<option([^>]*)>/gs)].map(
    ([, select = '', option = '']) =>
      [attribute(select, 'name'), attribute(option, 'value')] as const,
  );
  return {
    action: plain(action),
    fields: [
      ...sent.map(
        (tag) => [attribute(tag, 'name'), attribute(tag, 'value') || valueOf(tag)] as const,
      ),
      ...chosen,
    ],
    buttons: [...inside.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(
      ([, tag = '', label]) => ({
        name: attribute(tag, 'aria-label') || plain(label ?? ''),
        field: attribute(tag, 'name'),
        value: attribute(tag, 'value'),
      }),
    ),
  };
}

/** A checkbox without a value sends `on`. */
function valueOf(tag: string): string {
  return tag.includes('type="checkbox"') ? 'on' : '';
}

function plain(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
