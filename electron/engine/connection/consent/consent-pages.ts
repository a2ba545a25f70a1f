import type { Connector, Identity, OpenConsent } from '../../identity/identity.ts';

/** The consent pages that this process opened, each with the listener for its redirect. */
export interface ConsentPages {
  /** Errors: `consent.noLoopbackPort`. */
  open(connector: Connector, tenantId: string): Promise<OpenConsent>;
  /**
   * Keeps a page open while `work` runs. An answered page stays open until the next one, so that a repeated
   * redirect still gets a page.
   */
  during(tenantId: string, page: OpenConsent, work: () => Promise<void>): Promise<void>;
  /** Closes answered pages; an open page closes with its work. */
  close(): Promise<void>;
}

/** Makes the pages. */
export function createConsentPages(identity: Pick<Identity, 'openConsent'>): ConsentPages {
  /** By tenant ID. */
  const answered = new Map<string, OpenConsent>();
  return {
    open: async (connector, tenantId) => {
      await answered.get(tenantId)?.close();
      answered.delete(tenantId);
      return identity.openConsent(connector, tenantId);
    },
    during: async (tenantId, page, work) => {
      const keep = () => answered.set(tenantId, page);
      void page.answer.then(keep, () => {});
      try {
        await work();
      } finally {
        if (!answered.has(tenantId)) await page.close();
      }
    },
    close: async () => {
      await Promise.all([...answered.values()].map((page) => page.close()));
    },
  };
}
