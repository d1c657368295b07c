/** The program's version, as in package.json; printed in reports and kept with everything that must be traceable. */
export const PROGRAM_VERSION = '0.1.0';
export const PROGRAM_NAME = 'Jianzhu 箋注';
