/** An administrator with a browser that has no screen: follows pages, picks accounts, presses buttons. */
export interface Administrator {
  /** Opens a consent link and decides. Returns the text of the page that it ends on. */
  consent(link: string, decision: 'accept' | 'cancel'): Promise<string>;
  /** Opens a sign-in link, accepts the consent prompt, and returns to the app. */
  signIn(link: string): Promise<string>;
}

interface Shown {
  readonly url: string;
  readonly html: string;
}

/** An administrator who signs in with this account. The session lasts as long as this object. */
export function createAdministrator(userPrincipalName: string): Administrator {
  const cookies = new Map<string, string>();

  async function open(url: string, fields?: URLSearchParams): Promise<Shown> {
    const origin = new URL(url).host;
    const response = await fetch(url, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        ...(cookies.has(origin) && { cookie: cookies.get(origin) ?? '' }),
        ...(fields && { origin: new URL(url).origin }),
      },
      ...(fields && { body: fields }),
    });
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (set.length > 0) cookies.set(origin, set.join('; '));
    const location = response.headers.get('location');
    const html = await response.text();
    return location === null ? { url, html } : open(new URL(location, url).href);
  }

  async function submit(page: Shown, step: string, name: string, value: string): Promise<Shown> {
    const form = (page.html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((text) =>
      text.includes(`value="${step}"`),
    );
    if (form === undefined) throw new Error(`No form '${step}' on this page: ${words(page.html)}`);
    const fields = hiddenFields(form);
    fields.append(`practice_${name}`, value);
    return open(new URL(attribute(form, 'action'), page.url).href, fields);
  }

  /** Submits the form of a form_post answer, as the page's script would. */
  async function goBack(page: Shown): Promise<Shown> {
    const form = /<form[\s\S]*?<\/form>/.exec(page.html)?.[0] ?? '';
    if (!form.includes('name="state"')) return page;
    return open(attribute(form, 'action'), hiddenFields(form));
  }

  return {
    consent: async (link, decision) => {
      let page = await open(link);
      if (page.html.includes('value="account"')) {
        page = await submit(page, 'account', 'account', userPrincipalName);
      }
      if (page.html.includes('value="consent"')) {
        page = await submit(page, 'consent', 'decision', decision);
      }
      return words(page.html);
    },
    signIn: async (link) => {
      let page = await open(link);
      if (page.html.includes('value="account"')) {
        page = await submit(page, 'account', 'account', userPrincipalName);
      }
      if (page.html.includes('value="consent"')) {
        page = await submit(page, 'consent', 'decision', 'accept');
      }
      return words((await goBack(page)).html);
    },
  };
}

function hiddenFields(form: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    fields.append(attribute(input, 'name'), attribute(input, 'value'));
  }
  return fields;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return found
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function words(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
