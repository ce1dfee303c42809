/** The overlay alone: host, ring and card, with their styles; no recognition, no resolver. */
export { mountCard } from '@/components/card/mount';
export { overlayOf } from '@/lib/overlay/host';
export { drawRing } from '@/lib/overlay/ring';
