import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { useForm } from 'react-hook-form';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

interface Holder {
  readonly ref: (element: HTMLElement | null) => void;
}

/** A form and its state. `Values` is what is typed, `Checked` the schema's output. */
export interface CheckedForm<
  Values extends FieldValues,
  Checked extends FieldValues,
> extends UseFormReturn<Values, unknown, Checked> {
  /** For the form element. */
  readonly element: Holder & {
    readonly onSubmit: (event: FormEvent) => void;
    readonly noValidate: true;
  };
  /** For the container of a dialog's fields that has no form element. */
  readonly holder: Holder;
  /** The same as submitting, for a button outside the form. */
  readonly submit: () => void;
}

/**
 * A form validated by a schema. No field is marked before the first submit; afterwards the marks follow the
 * typing. If there are errors, the first marked field gets the focus.
 */
export function useCheckedForm<Values extends FieldValues, Checked extends FieldValues>({
  schema,
  untouched,
  onChecked,
}: {
  readonly schema: z.ZodType<Checked, Values>;
  readonly untouched: NoInfer<Values>;
  /** Also receives the form, to reset it. */
  readonly onChecked: (checked: Checked, form: UseFormReturn<Values, unknown, Checked>) => void;
}): CheckedForm<Values, Checked> {
  const form = useForm<Values, unknown, Checked>({
    resolver: zodResolver(schema),
    defaultValues: untouched as DefaultValues<Values>,
    reValidateMode: 'onSubmit',
    // The order on the page decides, not the order in which fields were registered.
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
    // All fields, not only the edited one: one field's error can depend on another field.
    return subscribe({
      formState: { values: true },
      // Resetting the form names no field.
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
    // Must come last: a form that is reset earlier would count as submitted.
    for (const checked of found) onChecked(checked, form);
  };
  return {
    ...form,
    element: { ref, onSubmit: (event) => void submit(event), noValidate: true },
    holder: { ref },
    submit: () => void submit(),
  };
}
