import type { Scene } from './scene.ts';
import { connectionScenes } from './scenes/connections.ts';
import { connectorScenes } from './scenes/connectors.ts';
import { consentScenes } from './scenes/consents.ts';
import { directory } from './scenes/directory.ts';
import { firstRunScenes } from './scenes/first-run.ts';
import { large } from './scenes/large.ts';
import { manyCustomersScenes } from './scenes/many-customers.ts';
import { policyScene } from './scenes/policies.ts';
import { vendors } from './scenes/vendors.ts';

/** Every scene, in the order of drawing. */
export const scenes: readonly Scene[] = [
  ...firstRunScenes,
  ...connectorScenes,
  vendors,
  ...connectionScenes,
  ...consentScenes,
  ...manyCustomersScenes,
  directory,
  policyScene,
  large,
];
