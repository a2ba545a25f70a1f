/** A form of a page: its target and its fields. */
interface PageForm {
  readonly action: string;
  readonly hidden: [string, string][];
  /** Name of the text field, if it has one. */
  readonly text: string | null;
  readonly buttons: readonly {
    readonly label: string;
    readonly name: string | null;
    readonly value: string;
  }[];
}

/** A page of the practice cloud, without a screen. */
export interface SeenPage {
  readonly url: string;
  readonly status: number;
  readonly heading: string;
  readonly text: string;
  /** Presses the button with this label; `typed` fills in the form's text field. */
  press(label: string, typed?: string): Promise<SeenPage>;
}

/**
 * A minimal browser for the practice cloud's pages: cookies, forms and redirects. The only script that it
 * emulates is the one that submits a form.
 */
export interface SimulatedBrowser {
  open(url: string): Promise<SeenPage>;
}

/** `isOurs` decides which addresses are fetched; the browser stops at a redirect to any other. */
export function createSimulatedBrowser(isOurs: (url: URL) => boolean): SimulatedBrowser {
  const cookies = new Map<string, string>();

  const visit = async (address: string, init: RequestInit = {}): Promise<SeenPage> => {
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      const next = new URL(location, address);
      return isOurs(next) ? await visit(next.href) : await see(next.href, response.status, '');
    }
    return await see(address, response.status, await response.text());
  };

  const see = async (url: string, status: number, html: string): Promise<SeenPage> => {
    const forms = readForms(html);
    const sendsItself = /\.submit\(\)/.test(html) ? forms[0] : undefined;
    if (sendsItself !== undefined) {
      await fetch(new URL(sendsItself.action, url), {
        method: 'POST',
        body: new URLSearchParams(sendsItself.hidden),
      });
    }
    return {
      url,
      status,
      heading: plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
      text: plain(/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''),
      async press(label, typed) {
        for (const form of forms) {
          const button = form.buttons.find((one) => one.label === label);
          if (button === undefined) continue;
          const body = new URLSearchParams(form.hidden);
          if (form.text !== null && typed !== undefined) body.append(form.text, typed);
          if (button.name !== null) body.append(button.name, button.value);
          return await visit(new URL(form.action, url).href, { method: 'POST', body });
        }
        throw new Error(`The page at ${url} has no button '${label}': ${plain(html)}`);
      },
    };
  };

  return { open: visit };
}

function readForms(html: string): PageForm[] {
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const inputs = [...body.matchAll(/<input([^>]*)>/g)].map(([, attributes = '']) => attributes);
    const hidden = inputs.filter((one) => attribute(one, 'type') === 'hidden');
    const text = inputs.find((one) => attribute(one, 'type') === 'text');
    return {
      action: attribute(head, 'action') ?? '',
      hidden: hidden.map((one): [string, string] => [
        attribute(one, 'name') ?? '',
        attribute(one, 'value') ?? '',
      ]),
      text: text === undefined ? null : attribute(text, 'name'),
      buttons: [...body.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)].map(
        ([, attributes = '', label = '']) => ({
          label: plain(label),
          name: attribute(attributes, 'name'),
          value: attribute(attributes, 'value') ?? '',
        }),
      ),
    };
  });
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? null : unescape(found);
}

function plain(html: string): string {
  return unescape(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};

function unescape(text: string): string {
  return text.replaceAll(
    /&(lt|gt|quot|#39|amp);/g,
    (whole, name: string) => entities[name] ?? whole,
  );
}
