import { describe, expect, it } from 'vitest';
import {
  entraCodes,
  graphDescriptionFacts,
  microsoftSamples,
} from '../test/support/microsoft-facts.ts';
import { descriptionFacts } from './microsoft-facts/description-facts.ts';
import { codeFacts, fingerprint, sampleFacts } from './microsoft-facts/sample-facts.ts';

const success = { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } };

describe('facts of a description', () => {
  const facts = descriptionFacts({
    info: { 'x-source': { csdl: 'a', conversion: 'b', descriptions: 'c' } },
    paths: {
      '/things/delta()': {
        get: {
          summary: 'Lists things and what changed.',
          parameters: [
            { $ref: '#/components/parameters/top' },
            { name: 'ConsistencyLevel', in: 'header' },
            { name: '$filter', in: 'query', description: 'Leaves out what does not fit.' },
          ],
          responses: { '2XX': { content: success }, '4XX': { $ref: '#/components/responses/no' } },
          'x-wire-path': '/things/delta',
        },
      },
    },
    components: {
      parameters: { top: { name: '$top', in: 'query', example: 50 } },
      responses: { no: { content: { 'application/json': { schema: { type: 'object' } } } } },
      schemas: {
        unused: { type: 'string' },
        thing: {
          title: 'thing',
          properties: { description: { type: 'string', description: 'Says what it is.' } },
        },
        derived: { allOf: [{ $ref: '#/components/schemas/thing' }, { title: 'derived' }] },
      },
    },
  });

  it('are paths, query parameters and the schemas that answers use', () => {
    expect(facts).toEqual({
      source: { csdl: 'a', conversion: 'b' },
      paths: {
        '/things/delta()': {
          get: {
            wirePath: '/things/delta',
            query: ['$filter', '$top'],
            answers: { '2XX': { $ref: '#/components/schemas/thing' }, '4XX': { type: 'object' } },
          },
        },
      },
      components: {
        schemas: {
          derived: { allOf: [{ $ref: '#/components/schemas/thing' }, {}] },
          thing: { properties: { description: { type: 'string' } } },
        },
      },
    });
  });
});

describe('facts of a sample', () => {
  const sample = (status: number, response: unknown) => ({ source: 'page', status, response });

  it('keep codes and replace sentences', () => {
    const error = { error: { code: 'Teapot', message: 'Short and stout.' } };
    expect(sampleFacts('any', sample(418, error))).toEqual(
      sample(418, { error: { code: 'Teapot', message: fingerprint('Short and stout.') } }),
    );
    const oauth = { error_description: 'AADSTS70011: The scope is wrong.' };
    expect(sampleFacts('any', sample(400, oauth))).toEqual(
      sample(400, { error_description: `AADSTS70011: ${fingerprint(oauth.error_description)}` }),
    );
    const group = { value: [{ id: '1', description: 'All people of the company' }] };
    expect(sampleFacts('group-delta-9', sample(200, group))).toEqual(
      sample(200, { value: [{ id: '1', description: 'description-value' }] }),
    );
  });

  it('are kept where a test asks for them', () => {
    expect(sampleFacts('contract-list', sample(200, {}))).toBeNull();
    expect(codeFacts({ codes: [{ code: 'AADSTS90014/7', retry: 'N' }] })).toEqual({
      7: 'N',
      90014: 'N',
    });
  });
});

it('the fixture holds no sentence', () => {
  const sentences: string[] = [];
  JSON.stringify([graphDescriptionFacts(), microsoftSamples, entraCodes], (_, value: unknown) => {
    if (typeof value === 'string' && /(?:[a-z]+ ){3}[a-z]+/i.test(value)) sentences.push(value);
    return value;
  });
  expect(sentences).toEqual([]);
});
