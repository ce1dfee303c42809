import type { Page } from '@playwright/test';

/** Levels of 255 by which one pixel drawn twice may differ: edges are smoothed anew in another layer. */
const NOISE = 4;

/**
 * Whether two pictures are the same to the eye. Their pixels are read by the browser that took them.
 *
 * @param page of that browser; nothing of it is touched
 */
export async function isSamePicture(page: Page, one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other)) return true;
  const reader = await page.context().newPage();
  try {
    const farthest = await reader.evaluate(
      async (pictures) => {
        const [first, second] = await Promise.all(
          pictures.map(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
          }),
        );
        if (!first || !second || first.length === 0 || first.length !== second.length) return 255;
        return first.reduce((most, level, at) => Math.max(most, Math.abs(level - (second[at] ?? 0))), 0);
      },
      [one.toString('base64'), other.toString('base64')],
    );
    return farthest <= NOISE;
  } finally {
    await reader.close();
    await page.bringToFront();
  }
}
