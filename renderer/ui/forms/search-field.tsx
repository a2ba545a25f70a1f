import { Field, SearchBox } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

/** A search box that searches at every key; `/` focuses it. */
export function SearchField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const inField =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Field style={{ flexGrow: 1, maxWidth: 420, minWidth: 240 }}>
      <SearchBox
        ref={input}
        aria-label={label}
        placeholder={hint}
        value={value}
        maxLength={200}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
