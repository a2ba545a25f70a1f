import type { Retry } from '../../contract/problem.ts';
import { aadstsCatalogue } from './aadsts-catalogue.ts';
import { ownCodes } from './codes.ts';
import { graphCatalogue } from './graph-catalogue.ts';

/**
 * What may help when a code is met: `wait` until a grant or a replica has arrived, `transient` pauses
 * and repeats, `interactive` needs a person at a sign-in or consent page, `admin` needs somebody to
 * change something first, `never` is not helped by repeating.
 */
export type Advice = 'wait' | 'transient' | 'interactive' | 'admin' | 'never';

/** Who can act. `nobody`: it passes by itself. */
export type Who =
  | 'nobody'
  | 'technician'
  | 'customerAdministrator'
  | 'partnerAdministrator'
  | 'registrationOwner'
  | 'networkAdministrator';

export interface CatalogueEntry {
  readonly retry: Advice;
  readonly who: Who;
}

/** The same advice as it crosses the contract. */
export function retryOf(advice: Advice): Retry {
  if (advice === 'never') return 'never';
  return advice === 'interactive' ? 'now' : 'after';
}

/** The advice for a catalogue code such as `aadsts.65001`; null for our own codes, whose thrower knows best. */
export function catalogueEntry(code: string): CatalogueEntry | null {
  const dot = code.indexOf('.');
  const name = code.slice(dot + 1);
  if (code.startsWith('aadsts.')) return aadstsCatalogue.get(name) ?? null;
  if (code.startsWith('graph.')) return graphCatalogue.get(name) ?? null;
  return null;
}

/** Every code that the engine can throw: each has its sentences in the text catalogue. */
export function allCodes(): readonly string[] {
  return [
    ...[...aadstsCatalogue.keys()].map((number) => `aadsts.${number}`),
    ...[...graphCatalogue.keys()].map((name) => `graph.${name}`),
    ...ownCodes,
  ];
}
