import { z } from 'zod';
import { leastPassphrase, newPassphrase } from '../../../electron/contract/passphrase.ts';
import { TextField } from './text-field.tsx';
import type { CheckedForm } from './use-checked-form.ts';
import { useCheckedForm } from './use-checked-form.ts';

/** A new passphrase, typed twice. A mismatch is reported once it is long enough. */
const newPassphraseForm = z
  .object({ passphrase: newPassphrase, again: z.string() })
  .refine(({ passphrase, again }) => passphrase.length < leastPassphrase || passphrase === again, {
    path: ['again'],
  });
type Typed = z.infer<typeof newPassphraseForm>;

const untouched: Typed = { passphrase: '', again: '' };

/** A form for a new passphrase. */
export function useNewPassphrase(
  onChosen: (passphrase: string, empty: () => void) => void,
): CheckedForm<Typed, Typed> {
  return useCheckedForm({
    schema: newPassphraseForm,
    untouched,
    onChecked: ({ passphrase }, { reset }) => onChosen(passphrase, () => reset()),
  });
}

/** Asks for a new passphrase twice. */
export function NewPassphraseFields({
  form,
  words,
}: {
  readonly form: CheckedForm<Typed, Typed>;
  readonly words: {
    readonly passphrase: string;
    readonly hint?: string;
    readonly tooShort: string;
    readonly again: string;
    readonly differ: string;
  };
}) {
  const field = { form, type: 'password', autoComplete: 'new-password' } as const;
  return (
    <>
      <TextField
        {...field}
        name="passphrase"
        label={words.passphrase}
        {...(words.hint !== undefined && { hint: words.hint })}
        fault={words.tooShort}
      />
      <TextField {...field} name="again" label={words.again} fault={words.differ} />
    </>
  );
}
