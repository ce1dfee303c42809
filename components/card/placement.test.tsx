import { describe, expect, it } from 'vitest';
import { CORNERS } from '@/lib/overlay/card-place';
import { arrange, chooseCorner, nearestCorner, nextCorner, rectIn } from './placement';

const viewport = { width: 1024, height: 600 };
const size = { width: 360, height: 400 };
const rect = (left: number, top: number, width = 80, height = 30) => ({ left, top, width, height });

describe('chooseCorner', () => {
  it('stays where it is while it covers nothing', () => {
    for (const corner of CORNERS) {
      expect(chooseCorner(corner, { size, viewport, ring: null, dialog: null })).toBe(corner);
    }
  });

  it('leaves a corner in which it would cover the ring, its halo included', () => {
    const { left } = rectIn('bottom-right', size, viewport);
    expect(chooseCorner('bottom-right', { size, viewport, ring: rect(700, 400), dialog: null })).not.toBe(
      'bottom-right',
    );
    const beside = rect(left - 80 - 5, 400);
    expect(chooseCorner('bottom-right', { size, viewport, ring: beside, dialog: null })).not.toBe(
      'bottom-right',
    );
    const clear = rect(left - 80 - 20, 400);
    expect(chooseCorner('bottom-right', { size, viewport, ring: clear, dialog: null })).toBe('bottom-right');
  });

  it('has no corner where the ring reaches across', () => {
    expect(
      chooseCorner('top-left', { size, viewport, ring: rect(20, 280, 980, 40), dialog: null }),
    ).toBeNull();
  });

  it('covers as little of a dialog as it can, but gives way to the ring first', () => {
    const dialog = rect(500, 100, 500, 400);
    expect(chooseCorner('bottom-right', { size, viewport, ring: null, dialog })).toMatch(/left$/);
    const both = { size, viewport, ring: rect(40, 300), dialog };
    expect(chooseCorner('bottom-left', both)).toMatch(/right$/);
  });

  it('leaves a dialog that it must cover its buttons, and stays where none lie', () => {
    const dialog = rect(40, 20, 944, 560);
    const [ok, close] = [rect(800, 530), rect(940, 30, 30, 30)].map(({ left, top, width, height }) => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    }));
    const tab = { size: { width: 360, height: 44 }, viewport, ring: null, dialog };
    if (!ok || !close) throw new Error('no boxes');
    expect(chooseCorner('bottom-right', tab)).toBe('bottom-right');
    expect(chooseCorner('bottom-right', { ...tab, controls: [ok, close] })).toBe('bottom-left');
    expect(chooseCorner('top-left', { ...tab, controls: [ok, close] })).toBe('top-left');
  });
});

describe('arrange', () => {
  const inMiddle = (width: number, height: number) =>
    rect((viewport.width - width) / 2, (viewport.height - height) / 2, width, height);
  const tall = { width: 360, height: 560 };
  const around = (dialog: ReturnType<typeof rect> | null, ring: ReturnType<typeof rect> | null = null) =>
    arrange({ size: tall, viewport, ring, dialog, isCertain: true });

  it('is whole where a corner is clear', () => {
    expect(around(null)).toEqual({ isTab: false, widest: null });
    expect(around(inMiddle(200, 300))).toEqual({ isTab: false, widest: null });
    expect(around(rect(0, 0, 600, 600))).toEqual({ isTab: false, widest: null });
  });

  it('is narrowed to the strip beside a dialog, down to two thirds of its width', () => {
    expect(around(inMiddle(420, 180))).toEqual({ isTab: false, widest: 278 });
    expect(around(inMiddle(496, 180))).toEqual({ isTab: false, widest: 240 });
    expect(around(inMiddle(498, 180)).widest).toBeNull();
  });

  it('is not narrowed to a strip in which it would lie on its target', () => {
    const dialog = rect(300, 200, 700, 200);
    expect(around(dialog)).toEqual({ isTab: false, widest: 276 });
    expect(around(dialog, rect(100, 250))).toEqual({ isTab: true, widest: null });
  });

  it('is a tab where a dialog leaves no strip, but whole over one that fills the window', () => {
    expect(around(inMiddle(800, 300))).toEqual({ isTab: true, widest: null });
    expect(around(inMiddle(930, 520))).toEqual({ isTab: true, widest: null });
    expect(around(inMiddle(1024, 600))).toEqual({ isTab: false, widest: null });
  });

  it('is never made a tab by what may be no dialog', () => {
    const dialog = inMiddle(800, 300);
    expect(arrange({ size: tall, viewport, ring: null, dialog, isCertain: false })).toEqual({
      isTab: false,
      widest: null,
    });
  });

  it('is a tab where the ring reaches across', () => {
    expect(around(null, rect(20, 280, 980, 40))).toEqual({ isTab: true, widest: null });
  });
});

describe('corners', () => {
  it('goes through all four and back', () => {
    let corner = CORNERS[0] as (typeof CORNERS)[number];
    const seen = new Set<string>();
    for (let turn = 0; turn < 4; turn += 1) {
      seen.add(corner);
      corner = nextCorner(corner);
    }
    expect(seen.size).toBe(4);
    expect(corner).toBe(CORNERS[0]);
  });

  it('docks where it was dropped', () => {
    expect(nearestCorner(10, 10, viewport)).toBe('top-left');
    expect(nearestCorner(1000, 10, viewport)).toBe('top-right');
    expect(nearestCorner(1000, 590, viewport)).toBe('bottom-right');
    expect(nearestCorner(10, 590, viewport)).toBe('bottom-left');
  });
});
