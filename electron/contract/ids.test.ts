import { expect, it } from 'vitest';
import { guid } from './ids.ts';

const id = '0a1b2c3d-1111-4222-8333-444455556666';

it.each([
  id,
  id.toUpperCase(),
  ` {${id}} `,
  `\u200e${id}`,
  `${id}\ufeff`,
  `"${id}",`,
  `\u201c${id}\u201d.`,
  `\u202a(${id})\u202c`,
])('an id is understood as it was pasted: %s', (pasted) => {
  expect(guid.parse(pasted)).toBe(id);
});

it.each(['', id.slice(1), `${id}0`, `${id} ${id}`, `x${id}`])('no id: %s', (text) => {
  expect(guid.safeParse(text).success).toBe(false);
});
