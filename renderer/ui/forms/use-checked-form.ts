import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { useForm } from 'react-hook-form';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

interface Holder {
  readonly ref: (element: HTMLElement | null) => void;
}

/** A form and its state. `Values` is what is typed, `Checked` what the schema makes of it. */
export interface CheckedForm<
  Values extends FieldValues,
  Checked extends FieldValues,
> extends UseFormReturn<Values, unknown, Checked> {
  /** For the form element. */
  readonly element: Holder & {
    readonly onSubmit: (event: FormEvent) => void;
    readonly noValidate: true;
  };
  /** For what holds the fields of a dialog that has no form element. */
  readonly holder: Holder;
  /** The same as submitting, for a button that is none of the form's own. */
  readonly submit: () => void;
}

/**
 * A form that a schema checks. Nothing is marked before the first try; from then on marks follow what is
 * typed. Where something is to be put right, the first marked field takes the focus.
 */
export function useCheckedForm<Values extends FieldValues, Checked extends FieldValues>({
  schema,
  untouched,
  onChecked,
}: {
  readonly schema: z.ZodType<Checked, Values>;
  readonly untouched: NoInfer<Values>;
  /** Gets the form, too, to empty it. */
  readonly onChecked: (checked: Checked, form: UseFormReturn<Values, unknown, Checked>) => void;
}): CheckedForm<Values, Checked> {
  const form = useForm<Values, unknown, Checked>({
    resolver: zodResolver(schema),
    defaultValues: untouched as DefaultValues<Values>,
    reValidateMode: 'onSubmit',
    // The page's order decides, not the order in which fields came to be.
    shouldFocusError: false,
  });
  const root = useRef<HTMLElement>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    root.current = element;
  }, []);
  const { subscribe, trigger } = form;
  const { isSubmitted, submitCount, isSubmitSuccessful } = form.formState;
  useEffect(() => {
    if (!isSubmitted) return undefined;
    // All fields, not only the one that is typed in: what is wrong with one can depend on another.
    return subscribe({
      formState: { values: true },
      // Emptying the form names no field.
      callback: ({ name }) => void (name !== undefined && trigger()),
    });
  }, [isSubmitted, subscribe, trigger]);
  useEffect(() => {
    if (submitCount === 0 || isSubmitSuccessful) return;
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [submitCount, isSubmitSuccessful]);
  const submit = async (event?: FormEvent) => {
    const found: Checked[] = [];
    await form.handleSubmit((checked) => void found.push(checked))(event);
    // Only now: a form that is emptied earlier would count as tried.
    for (const checked of found) onChecked(checked, form);
  };
  return {
    ...form,
    element: { ref, onSubmit: (event) => void submit(event), noValidate: true },
    holder: { ref },
    submit: () => void submit(),
  };
}
