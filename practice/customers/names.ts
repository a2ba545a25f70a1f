/** Given names from many regions, so that sorting and search meet real spelling. */
export const givenNames: readonly string[] =
  `Ada Adrian Agnes Aisha Alan Alba Alejandra Amara Amelie Anders Andrea Anika Anton Astrid Ayumi
Beatriz Benedikt Björn Bruno Camille Carlos Chiara Chloé Claire Connor Dagmar Daniel Deepa Diego
Dmitri Dorothea Edith Elif Elias Emeka Emma Enrique Erika Esther Fatima Felix Fiona Florian
Francesca Frida Gabriel Gita Grace Greta Gustav Hana Hannah Harald Heidi Helena Henrik Ibrahim
Ingrid Irene Isabel Ivan Jakob Jana Jasmine Javier Joana Johan José Julia Kamil Karin Keiko Khadija
Lars Laura Leila Leon Lina Louis Lucía Magnus Malik Manon Marco Maria Mateo Maya Mehmet Mila
Mireille Nadia Naoko Niamh Nikolai Nils Noah Nora Olga Oliver Omar Pablo Paula Pierre Priya Rachel
Rafael Rania Robin Rosa Ruth Samir Sanne Selma Sergio Siobhán Sofia Stefan Sven Tamara Tariq Theo
Thomas Ursula Valentin Vera Victor Wanda Wei Xavier Yara Yusuf Zoë`.split(/\s+/);

export const surnames: readonly string[] =
  `Abbott Achterberg Adeyemi Almeida Andersson Baptiste Barros Bauer Becker Bellamy Bergström Bianchi
Blom Bouchard Brandt Byrne Castillo Chandra Chen Cohen Costa Dahl Delacroix Demir Duarte Eriksen
Esposito Farkas Ferreira Fischer Fontaine Fraser Fujimoto Gallagher García Gerber Greco Gruber
Haddad Hakimi Hansen Hartmann Herrera Hoffmann Hughes Ibáñez Ionescu Ito Jansen Johansson Kaplan
Kaur Kelly Khan Kowalski Krüger Lambert Larsen Laurent Leclerc Lindqvist Lombardi Lund MacLeod
Maier Marchetti Mbeki Mendes Meyer Moreau Morgan Müller Nakamura Navarro Ndiaye Nguyen Novák
Nyström O'Brien Okafor Olsen Ortega Papadakis Patel Pereira Petrov Quinn Ramos Rasmussen Reyes
Richter Rossi Russo Ryan Salazar Sánchez Santos Sato Schneider Schwarz Shah Silva Singh Sørensen
Stein Suzuki Svensson Tanaka Torres Turner Vargas Vasquez Virtanen Visser Vogel Wagner Walker
Weber Whitfield Winter Wójcik Yamada Yıldız Zhang Zimmermann`.split(/\s+/);

export const departments: readonly string[] = [
  'Accounting',
  'Customer Service',
  'Engineering',
  'Facilities',
  'Finance',
  'Human Resources',
  'IT',
  'Legal',
  'Logistics',
  'Marketing',
  'Operations',
  'Procurement',
  'Production',
  'Quality',
  'Research',
  'Sales',
  'Security',
  'Warehouse',
];

export const jobTitles: readonly string[] = [
  'Analyst',
  'Apprentice',
  'Assistant',
  'Coordinator',
  'Director',
  'Engineer',
  'Lead',
  'Manager',
  'Officer',
  'Specialist',
  'Technician',
];

export const places: readonly string[] = [
  'Antwerp',
  'Bergen',
  'Bilbao',
  'Cork',
  'Gdańsk',
  'Ghent',
  'Graz',
  'Lille',
  'Linz',
  'Lyon',
  'Malmö',
  'Porto',
  'Split',
  'Tampere',
  'Trieste',
  'Utrecht',
  'Valencia',
  'Winterthur',
];

/** Purposes of groups, in the style of real group names. */
export const purposes: readonly string[] = [
  'All Staff',
  'App Owners',
  'Approvers',
  'BitLocker Exempt',
  'Budget Readers',
  'Contractors',
  'CRM Users',
  'File Share RO',
  'File Share RW',
  'Leadership',
  'License E3',
  'License E5',
  'MFA Required',
  'Newsletter',
  'On Call',
  'Print Operators',
  'Project Atlas',
  'Project Beacon',
  'Remote Desktop',
  'Self-Service Password',
  'Server Admins',
  'Shift A',
  'Shift B',
  'VPN',
  'Wi-Fi',
];

/** The Latin letters and digits of a name, lower-case, for addresses. */
export function addressPart(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}
