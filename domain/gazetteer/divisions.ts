/**
 * By province code, then by prefecture in Simplified characters: its counties, districts, banners and cities, with one
 * space between them. What a province governs directly stands under the empty name.
 *
 * The state of the summer and autumn of 2024, as the Ministry of Civil Affairs lists county-level divisions: later changes
 * (new counties in 和田, the districts of 重慶 joined in 2025) and abolished units are not in it.
 */
export type Divisions = Readonly<Record<string, Readonly<Record<string, string>>>>;
