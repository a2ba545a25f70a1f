import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

describe('the content security policy', () => {
  it('is pinned, so that a change of it is a decision', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; " +
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('lets in the empty style element and no other inline style', () => {
    const empty = createHash('sha256').update('').digest('base64');
    expect(contentSecurityPolicy).toContain(`style-src 'self' 'sha256-${empty}';`);
    expect(contentSecurityPolicy).not.toContain('unsafe');
  });
});
