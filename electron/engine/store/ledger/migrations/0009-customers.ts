/**
 * Technicians' notes and tags for a customer (`tags` is a JSON list), and the domains that it had when the
 * organization was read earlier.
 */
export const sql = `
ALTER TABLE tenant ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE tenant ADD COLUMN notes TEXT;
ALTER TABLE tenant ADD COLUMN former_domains TEXT NOT NULL DEFAULT '[]';
`;
