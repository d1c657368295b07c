// Built, the workers lie beside the entries and this file may be in a chunk below them; from source they are TypeScript.
export function workerFile(name: 'corpus-worker' | 'file-worker'): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL(`./${name}.ts`, here);
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, here);
}
