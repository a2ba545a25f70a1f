/** Where a connector sends people: the page after a consent, and the vendor's backend (JSON). */
export const sql = `
ALTER TABLE profile ADD COLUMN landing_page TEXT;
ALTER TABLE profile ADD COLUMN backend TEXT;
`;
