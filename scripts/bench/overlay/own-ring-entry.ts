/** Host and ring alone. */
export { overlayOf } from '@/lib/overlay/host';
export { drawRing } from '@/lib/overlay/ring';
