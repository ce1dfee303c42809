// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import { readProfile, writeProfile } from '@/lib/notice/profile-file';
import { nextVersion, teachPack, teachPacks } from '@/lib/notice/taught-packs';
import type { Recognition } from '@/lib/page/model';
import type { SiteProfile, TaughtControl } from '@/lib/page/taught';
import { type LessonAsked, lessonFrom, problemOf, withLesson } from './lesson';
import { type LessonSeen, PickerSession, type SessionAsk, type SessionTell } from './picker-session';

const CONTROL = { name: '办结', role: 'button', near: ['CA管理'], css: '#it', mayBePersonal: false } as const;
const ASKED: LessonAsked = {
  control: CONTROL,
  target: 'unbind',
  page: 'ca-list',
  near: ['CA管理'],
  withCss: true,
  isDenial: false,
};
const EMPTY: SiteProfile = { system: 'sucaiyun', controls: [] };

describe('a lesson', () => {
  it('keeps words and a selector', () => {
    expect(lessonFrom(ASKED)).toEqual({
      target: 'unbind',
      name: '办结',
      role: 'button',
      near: ['CA管理'],
      css: '#it',
    });
  });

  it.each<[string | null, Partial<LessonAsked>]>([
    [null, {}],
    ['no-name', { control: { ...CONTROL, name: '' } }],
    ['no-control', { control: { ...CONTROL, role: null } }],
    ['personal', { control: { ...CONTROL, mayBePersonal: true } }],
    ['refused', { control: { ...CONTROL, name: '口令：123456' } }],
    ['forbidden', { control: { ...CONTROL, name: '绑定CA' } }],
    ['forbidden', { control: { ...CONTROL, name: '注销' } }],
    ['other-page', { page: 'home' }],
    [null, { page: 'home', isDenial: true, control: { ...CONTROL, name: '绑定CA' } }],
  ])('is refused as %s', (problem, change) => {
    expect(problemOf({ ...ASKED, ...change })).toBe(problem);
  });

  it('takes the place of an earlier one, and of a denial of the same', () => {
    const lesson = lessonFrom(ASKED);
    const denied = withLesson(EMPTY, lesson, true);
    expect(denied).toEqual({ system: 'sucaiyun', controls: [], notIt: [lesson] });
    expect(withLesson(denied, lesson, false)).toEqual({ system: 'sucaiyun', controls: [lesson] });
    const other = { ...lesson, name: '完结' };
    expect(withLesson(withLesson(EMPTY, lesson, false), other, false).controls).toEqual([other]);
    expect(withLesson(withLesson(EMPTY, lesson, false), lesson, true).controls).toEqual([]);
  });
});

describe('a taught profile', () => {
  const lesson: TaughtControl = { target: 'unbind', name: '办结', role: 'button' };
  const profile: SiteProfile = {
    system: 'sucaiyun',
    controls: [lesson],
    notIt: [{ ...lesson, name: '解绑说明' }],
  };

  it('goes round as a file', () => {
    expect(readProfile(writeProfile(profile), 'sucaiyun')).toEqual({ ok: true, profile });
  });

  it.each([
    ['not-a-profile', '{'],
    ['not-a-profile', '{"format":"rebind.notice/1"}'],
    ['newer-profile', '{"format":"rebind.site-profile/2"}'],
    ['bad-profile', writeProfile(EMPTY)],
    ['bad-profile', writeProfile({ ...profile, controls: [{ ...lesson, name: '绑定' }] })],
    ['bad-profile', writeProfile({ ...profile, controls: [{ ...lesson, css: 'a:has(b)' }] })],
    ['other-system', writeProfile({ ...profile, system: 'other' })],
  ])('is refused as %s', (problem, text) => {
    expect(readProfile(text, 'sucaiyun')).toMatchObject({ ok: false, problem });
  });

  it('travels in a pack that loads, with the next version', () => {
    const version = nextVersion(builtinPack.version);
    const taught = { ...teachPack(builtinPack, profile), version };
    const loaded = loadPack(JSON.stringify(taught));
    expect(loaded).toMatchObject({ ok: true, pack: { version, siteProfiles: [profile] } });
    expect(nextVersion('2.9.9')).toBe('2.9.10');
  });

  it('overrides packs control by control, and leaves them alone where nothing was taught', () => {
    const packs = [builtinPack];
    expect(teachPacks(packs, [EMPTY])).toBe(packs);
    const [pack] = teachPacks(
      [teachPack(builtinPack, profile)],
      [
        {
          system: 'sucaiyun',
          controls: [
            { ...lesson, name: '完结' },
            { ...lesson, target: 'unbind-confirm', name: '行' },
          ],
        },
      ],
    );
    expect(pack?.siteProfiles?.[0]?.controls.map(({ name }) => name)).toEqual(['完结', '行']);
    expect(pack?.siteProfiles?.[0]?.notIt).toEqual(profile.notIt);
  });
});

describe('a tab with a picker in each frame', () => {
  const profile = EMPTY;
  const recognition = (state: Recognition['state']): Recognition => ({
    state,
    confidence: 1,
    evidence: [],
    unbindVisible: false,
  });
  const control = (number: number) => ({ ...CONTROL, number, takenFor: [] });

  const stage = (
    answers: Readonly<Record<number, Recognition['state'] | null>>,
    lessons: Readonly<Record<number, readonly LessonSeen[]>> = {},
  ) => {
    const asked: [number, SessionAsk][] = [];
    const ears = { picked: [] as unknown[], stopped: [] as unknown[] };
    const session = new PickerSession(
      { picked: (it) => ears.picked.push(it), stopped: (why) => ears.stopped.push(why) },
      () => new Promise((resolve) => setTimeout(resolve, 20)),
    );
    const tell = (frame: number, told: SessionTell) => queueMicrotask(() => session.hear(frame, told));
    session.begin(
      Object.entries(answers).map(([at, state]) => ({
        frame: Number(at),
        ask(message) {
          const frame = Number(at);
          asked.push([frame, message]);
          if (message.type !== 'ask.look' || state === null) return;
          if (message.page === null)
            tell(frame, { type: 'tell.page', recognition: recognition(state), top: frame === 0 });
          else {
            const { first } = message;
            const unsure = frame === 0 ? [{ target: 'bind', state: 'missing' } as const] : [];
            tell(frame, {
              type: 'tell.controls',
              controls: [control(first), control(first + 1)],
              unsure,
              taught: lessons[frame] ?? [],
            });
          }
        },
      })),
    );
    return { session, asked, ears };
  };

  it('is merged to one page, and its controls numbered through', async () => {
    const { session } = stage({ 0: 'other', 4: 'ca-list' });
    const { page, controls, unsure } = await session.read(profile);
    expect(page.state).toBe('ca-list');
    expect(controls.map(({ frame, number }) => [frame, number])).toEqual([
      [0, 1],
      [0, 2],
      [4, 3],
      [4, 4],
    ]);
    // The other frame has it for sure.
    expect(unsure).toEqual([]);
  });

  it('says of a lesson that it disagrees where no frame has its control, by the frame that knows most of it', async () => {
    const name = { why: 'profile-name' } as const;
    const { session, asked } = stage(
      { 0: 'other', 4: 'ca-list' },
      {
        0: [
          { target: 'unbind', ...name },
          { target: 'bind', ...name },
          { target: 'ca-menu', ...name },
        ],
        4: [
          { target: 'unbind', why: 'profile-several' },
          { target: 'bind', why: null },
          { target: 'ca-menu', ...name },
        ],
      },
    );
    expect((await session.read(profile)).disagreeing).toEqual([
      { target: 'unbind', why: 'profile-several' },
      { target: 'ca-menu', why: 'profile-name' },
    ]);
    expect(asked).toContainEqual([4, expect.objectContaining({ page: 'ca-list', profile })]);
  });

  it('does not wait for a frame that answers nobody', async () => {
    const { session } = stage({ 0: 'home', 4: null });
    expect((await session.read(profile)).page.state).toBe('home');
  });

  it('ends picking everywhere once something was picked, or stopped', () => {
    const { session, asked, ears } = stage({ 0: 'home', 4: 'other' });
    session.pick(true);
    session.hear(4, { type: 'tell.stopped', why: 'escape' });
    expect(asked.slice(-2)).toEqual([
      [0, { type: 'ask.pick', on: false }],
      [4, { type: 'ask.pick', on: false }],
    ]);
    expect(ears.stopped).toEqual(['escape']);
    session.end(0);
    session.end(4);
    expect(session.isOver).toBe(true);
  });
});
