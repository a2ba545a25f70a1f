import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const page = read('CONTRIBUTING.md').replaceAll('\r\n', '\n');
const [, allRecipes = ''] = page.split('\n## Recipes\n');
const recipes = (allRecipes.split('\n## ')[0] ?? '')
  .split('\n### ')
  .slice(1)
  .map((recipe) => ({ name: recipe.slice(0, recipe.indexOf('\n')), recipe }));

/** The files and folders of this repository that a text names between backticks. */
function namedIn(text: string): readonly string[] {
  const top = /^(?:electron|practice|renderer|text|docs|test|scripts)\//;
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => top.test(name));
}

/** The files that a recipe always requires: not those after an "If" or in parentheses. */
function alwaysNamedIn(recipe: string): readonly string[] {
  const steps = recipe.split('\n').filter((line) => /^\d+\./.test(line));
  const always = steps.map((step) =>
    step.replaceAll(/\([^)]*\)/g, '').replaceAll(/(?:^\d+\.|[.;]) If (?:[^.;`]|`[^`]*`)*/gi, ''),
  );
  return namedIn(always.join('\n')).filter((name) => /\.\w+$/.test(name));
}

const sources = globSync('{electron,practice,renderer,text}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: read(file) }));

describe('the recipes of CONTRIBUTING.md', () => {
  it('are found', () => {
    expect(recipes.length).toBeGreaterThan(5);
  });

  it.each(recipes)('$name: every place that it names is there', ({ recipe }) => {
    expect(namedIn(recipe).filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it.each(recipes.filter(({ recipe }) => recipe.includes('\nExample: ')))(
    '$name: the example stands in exactly the files that it names',
    ({ recipe }) => {
      const [, example = ''] = recipe.split('\nExample: ');
      const words = [...example.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
      const found = sources.filter(({ text }) => words.some((word) => text.includes(word)));
      const named = alwaysNamedIn(recipe).filter((file) =>
        /^(?!docs|test|scripts).*(?<!\.test)\.tsx?$/.test(file),
      );
      const files = found.map(({ file }) => file);
      expect(
        files.filter((file) => !named.includes(file)),
        'the example is also in these files: name them in a step of the recipe',
      ).toEqual([]);
      expect(
        named.filter((file) => !files.includes(file)),
        'the recipe names these files, and the example is not in them',
      ).toEqual([]);
    },
  );
});
