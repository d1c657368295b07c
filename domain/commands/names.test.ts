import { expect, test } from 'vitest';
import { commandIds, commands } from './command-list.ts';
import { catalogues } from '../languages/interface/index.ts';

test('every command, row and scope has its words', () => {
  for (const { commands: words } of Object.values(catalogues)) {
    for (const id of commandIds) {
      const { row, in: scopes } = commands[id];
      expect(words).toHaveProperty(/^(quick|candidate)\d$/.test(id) ? id.slice(0, -1) : id);
      if (row !== undefined) expect(words.rows).toHaveProperty(row);
      for (const scope of scopes) expect(words.scopes).toHaveProperty(scope);
    }
  }
});
