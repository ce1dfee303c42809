// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderPopup, SCHOOL } from './render-popup';

afterEach(cleanup);

const notice = () => document.querySelector('[data-part="data-health"]');

it('says nothing while all is well', async () => {
  renderPopup({ records: { subjects: [SCHOOL] } });
  await screen.findAllByText(SCHOOL.name);
  expect(notice()).toBeNull();
});

it('says that the browser threw data away, until the person knows', async () => {
  const { services, user } = renderPopup({ health: { lost: true, unreadable: 0 } });
  await screen.findByText('以前保存的数据不见了。');
  await user.click(screen.getByRole('button', { name: '知道了' }));
  expect(services.calls).toContain('acknowledge loss');
  expect(notice()).toBeNull();
});

it('counts what cannot be read, and says that it is kept', async () => {
  renderPopup({ records: { subjects: [SCHOOL] }, health: { lost: false, unreadable: 3 } });
  expect(await screen.findByText('有3条记录无法读取。')).toBeTruthy();
  expect(notice()?.textContent).toContain('没有删除');
});
