import type { CatalogueEntry } from './catalogue.ts';

/** Numbers by what may help and who can act. */
const groups: readonly (readonly [CatalogueEntry, readonly number[]])[] = [
  [{ retry: 'wait', who: 'technician' }, [65001, 650051, 700016, 700011, 7000229]],
  [
    { retry: 'interactive', who: 'technician' },
    [
      50020, 50034, 51004, 50014, 16000, 500208, 90072, 50053, 50055, 50058, 50072, 50074, 50076,
      50078, 50079, 50097, 50126, 50158, 700003, 50173, 50132, 50133, 50089, 54005, 501481, 70000,
      70008, 700082, 70043, 700005,
    ],
  ],
  [
    { retry: 'never', who: 'registrationOwner' },
    [
      65005, 650054, 650057, 90008, 90092, 1003031, 50001, 50194, 900971, 500113, 50011, 7000218,
      700025, 70011, 28002, 700022, 900144, 9002313, 90013,
    ],
  ],
  [
    { retry: 'admin', who: 'customerAdministrator' },
    [
      650052, 650056, 90093, 90094, 90095, 90099, 900941, 900981, 7000112, 70001, 500014, 50105,
      500213, 50057, 50131, 53000, 53001, 53002, 53003, 53004, 530032, 530035,
    ],
  ],
  [
    { retry: 'transient', who: 'nobody' },
    [90090, 90091, 50033, 90006, 90012, 90024, 90033, 90055, 50087],
  ],
  [
    { retry: 'never', who: 'technician' },
    [
      65004, 900023, 900382, 900383, 500011, 90130, 90002, 50059, 50128, 90019, 90038, 7000215,
      7000222, 700027, 700024, 50196, 9001023,
    ],
  ],
  [{ retry: 'admin', who: 'networkAdministrator' }, [500021]],
  [{ retry: 'admin', who: 'partnerAdministrator' }, [500212, 530034]],
];

/**
 * Entra ID's AADSTS numbers that Evergrant has words for. The numbers choose the help text and whether
 * repeating is worth it; nothing else in the program hangs on them, since Microsoft may change them.
 *
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes; 650051, 1003031, 700003,
 * 700024 and 7000229 from public observations (entra-graph §3.2), and so 500014, 500113, 900023, 900382
 * and 900383 (field §3; issues of public projects).
 */
export const aadstsCatalogue: ReadonlyMap<string, CatalogueEntry> = new Map(
  groups.flatMap(([entry, numbers]) => numbers.map((number) => [String(number), entry] as const)),
);
