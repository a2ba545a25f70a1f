import { useCallback, useEffect, useMemo, useState } from 'react';
import { changedQuery } from './address-query.ts';
import type { QueryChange } from './address-query.ts';
import { currentPath, currentQuery, keepAddress, withQuery } from './router.ts';

/**
 * What the screen shows of its list (search, filters, order, tab), written behind the `?` of the address,
 * so that Back, a reload and a copied address bring it back. What is typed is shown at once, also
 * where the browser slows down changes of the address.
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
