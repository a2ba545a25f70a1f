import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMutation } from './directory-mutations.ts';
import type { DirectoryMutation } from './directory-mutations.ts';
import { createEffectClock } from './effect-clock.ts';
import type { EffectClock, SettableClock } from './effect-clock.ts';
import { defaultSettings } from './settings.ts';
import type { AppRegistration, PracticeTenant, World } from './types.ts';
import { savedTenants, worldFileSchema } from './world-file.ts';
import type { Recipe, WorldFile } from './world-file.ts';

export interface WorldOptions {
  /** The state folder; it must exist. */
  readonly folder: string;
  readonly systemNow: () => number;
  /** If given, a saved world must have been created with the same options. */
  readonly seed?: number | undefined;
  readonly largeGroups?: number | undefined;
  readonly largeMemberships?: number | undefined;
  /** The same seed and numbers at the same moment (`now`, ms) give the same customers. */
  readonly makeCustomers: (wanted: Omit<Recipe, 'madeAt'> & { readonly now: number }) => Customers;
  /** Gives new registrations their keys, which must not be derived from a seed. */
  readonly furnish: (registrations: readonly AppRegistration[]) => void;
}

/** What is created from the seed. */
export interface Customers {
  readonly registrations: readonly AppRegistration[];
  readonly tenants: readonly PracticeTenant[];
}

/** The world of one state folder. Every change goes through the store, so that it is saved. */
export interface WorldStore {
  /** The same object for the lifetime of the process, also after a reset. */
  readonly world: World;
  readonly clock: EffectClock;
  /** Runs a change of the world and saves it. Rethrows what `make` throws, after saving. */
  change<T>(make: () => T): T;
  /** Moves the effect clock and saves its offset. */
  advance(ms: number): void;
  /** Changes a tenant's directory, and writes the change into the journal. */
  mutateDirectory(tenant: PracticeTenant, mutation: DirectoryMutation): void;
  /** Creates the world again from its seed. Keys, addresses and the clock do not change. */
  reset(): void;
}

/**
 * Reads the world of a state folder, or creates it from the seed. Throws when the folder was created with
 * other options than the given ones, or when its file cannot be read.
 */
export function openWorld(options: WorldOptions): WorldStore {
  const file = join(options.folder, 'world.json');
  const saved = readWorldFile(file);
  if (saved !== undefined) refuseOtherRecipe(saved.recipe, options);

  const clock = createEffectClock(options.systemNow, saved?.clockOffset);
  let recipe = saved?.recipe ?? newRecipe(options, clock);
  let journal = saved?.journal ?? [];
  const world: World = {
    seed: recipe.seed,
    registrations: [],
    tenants: new Map(),
    settings: saved?.settings ?? defaultSettings(),
  };
  if (saved === undefined) fill(world, recipe, options);
  else refill(world, saved, options);

  const save = (): void => {
    const content: WorldFile = {
      version: 1,
      recipe,
      clockOffset: clock.offset,
      settings: world.settings,
      registrations: world.registrations,
      tenants: savedTenants(world),
      journal,
    };
    writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  save();

  return {
    world,
    clock,
    change(make) {
      try {
        return make();
      } finally {
        save();
      }
    },
    advance(ms) {
      clock.advance(ms);
      save();
    },
    mutateDirectory(tenant, mutation) {
      applyMutation(tenant.directory, mutation);
      journal.push({ tenantId: tenant.tenantId, mutation });
      save();
    },
    reset() {
      recipe = { ...recipe, madeAt: clock.now() };
      journal = [];
      Object.assign(world.settings, defaultSettings());
      fill(world, recipe, options);
      save();
    },
  };
}

function newRecipe(options: WorldOptions, clock: SettableClock): Recipe {
  const largeGroups = options.largeGroups ?? 10_000;
  return {
    seed: options.seed ?? 1,
    largeGroups,
    largeMemberships: options.largeMemberships ?? largeGroups * 10,
    madeAt: clock.now(),
  };
}

function refuseOtherRecipe(saved: Recipe, options: WorldOptions): void {
  for (const key of ['seed', 'largeGroups', 'largeMemberships'] as const) {
    const wanted = options[key];
    if (wanted !== undefined && wanted !== saved[key]) {
      throw new Error(
        `The state folder ${options.folder} was made with ${key} ${saved[key]}, not ${wanted}. ` +
          'Leave the option out, or give another folder with --state.',
      );
    }
  }
}

type Makers = Pick<WorldOptions, 'makeCustomers' | 'furnish'>;

function fill(world: World, recipe: Recipe, { makeCustomers, furnish }: Makers): void {
  const made = makeCustomers({ ...recipe, now: recipe.madeAt });
  furnish(made.registrations);
  replace(world, made.registrations, made.tenants);
}

function refill(world: World, saved: WorldFile, { makeCustomers }: Makers): void {
  const directories = new Map(
    makeCustomers({ ...saved.recipe, now: saved.recipe.madeAt }).tenants.map((tenant) => [
      tenant.tenantId,
      tenant.directory,
    ]),
  );
  const tenants = saved.tenants.map((tenant) => {
    const directory = directories.get(tenant.tenantId);
    if (directory === undefined) {
      throw new Error(
        `world.json has a tenant ${tenant.tenantId} that seed ${saved.recipe.seed} does not make. ` +
          'It is from another version of the practice cloud: give another folder with --state.',
      );
    }
    return { ...tenant, directory };
  });
  replace(world, saved.registrations, tenants);
  for (const { tenantId, mutation } of saved.journal) {
    const directory = directories.get(tenantId);
    if (directory !== undefined) applyMutation(directory, mutation);
  }
}

function replace(
  world: World,
  registrations: readonly AppRegistration[],
  tenants: readonly PracticeTenant[],
): void {
  world.registrations.splice(0, Infinity, ...registrations);
  world.tenants.clear();
  for (const tenant of tenants) world.tenants.set(tenant.tenantId, tenant);
}

function readWorldFile(file: string): WorldFile | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return worldFileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${file} cannot be read as a practice world. Give another folder with --state.`,
      {
        cause,
      },
    );
  }
}
