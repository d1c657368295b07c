/**
 * By province code, then by prefecture in Simplified characters: its counties, districts, banners and cities, with one
 * space between them. What a province governs directly stands under the empty name.
 */
export type Divisions = Readonly<Record<string, Readonly<Record<string, string>>>>;
