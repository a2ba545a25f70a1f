import { useCallback, useEffect, useMemo, useState } from 'react';
import { changedQuery } from './address-query.ts';
import type { QueryChange } from './address-query.ts';
import { currentPath, currentQuery, keepAddress, withQuery } from './router.ts';

/**
 * The state of the screen's list (search, filters, order, tab), stored in the address's query, so that Back,
 * a reload and a copied address restore it. Typed text is shown immediately, even when the browser throttles
 * address changes.
 */
export function useAsked(): readonly [asked: URLSearchParams, ask: (change: QueryChange) => void] {
  const [query, setQuery] = useState(currentQuery);
  useEffect(() => {
    const follow = () => setQuery(currentQuery());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const ask = useCallback((change: QueryChange) => {
    const next = changedQuery(currentQuery(), change);
    keepAddress(withQuery(currentPath(), next));
    setQuery(next);
  }, []);
  const asked = useMemo(() => new URLSearchParams(query), [query]);
  return [asked, ask];
}
