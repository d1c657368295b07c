import { alertFailure } from '../app/failure-text.ts';
import type { PictureFormat } from '../pictures/export-picture.ts';
import type { MatrixSource } from '#domain/pictures/matrix-source.ts';

/** Hands over the matrix as it is shown: as its heat map, or its data as a table. */
export async function exportMatrix(format: PictureFormat, source: MatrixSource): Promise<void> {
  try {
    const [{ heatMap }, { exportPicture }] = await Promise.all([
      import('#domain/pictures/heat-map.ts'),
      import('../pictures/export-picture.ts'),
    ]);
    await exportPicture(format, heatMap(source));
  } catch (thrown) {
    alertFailure(thrown);
  }
}
