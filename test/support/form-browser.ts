/** One page as a person without scripts sees it. */
export interface FormPage {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /**
   * Presses the button with this label, submits its form's fields, and follows redirects. `typed` fills in
   * fields by name.
   */
  press(words: string, typed?: Readonly<Record<string, string>>): Promise<FormPage>;
}

/**
 * A browser without a window: cookies, redirects and forms, for tests that need a person's clicks but not a
 * screen.
 */
export async function openPage(url: string): Promise<FormPage> {
  const cookies = new Map<string, Map<string, string>>();

  const load = async (address: string, body: URLSearchParams | null): Promise<FormPage> => {
    const { host, origin } = new URL(address);
    const jar = cookies.get(host) ?? new Map<string, string>();
    cookies.set(host, jar);
    const response = await fetch(address, {
      method: body === null ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== null && { origin }),
      },
      ...(body !== null && { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return await load(new URL(location, address).href, null);
    const html = await response.text();
    return {
      url: address,
      status: response.status,
      html,
      press: async (words, typed = {}) => {
        const { action, fields } = formOfButton(html, words);
        for (const [name, value] of Object.entries(typed)) fields.set(name, value);
        return await load(new URL(action, address).href, fields);
      },
    };
  };
  return await load(url, null);
}

function formOfButton(
  html: string,
  words: string,
): { readonly action: string; readonly fields: URLSearchParams } {
  for (const [form, attributes = '', content = ''] of html.matchAll(
    /<form([^>]*)>([\s\S]*?)<\/form>/g,
  )) {
    const button = [...content.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)].find(
      ([, tag = '', label = '']) => (attribute(tag, 'aria-label') || label.trim()) === words,
    );
    if (!button) continue;
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      if (/type="(?:radio|checkbox)"/.test(input) && !/\schecked\b/.test(input)) continue;
      fields.append(attribute(input, 'name'), attribute(input, 'value'));
    }
    const name = attribute(button[1] ?? '', 'name');
    if (name !== '') fields.append(name, attribute(button[1] ?? '', 'value'));
    return { action: attribute(attributes, 'action'), fields };
  }
  throw new Error(`There is no button '${words}' on the page:\n${html}`);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
