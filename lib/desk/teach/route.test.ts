import { expect, it } from 'vitest';
import { routeOf } from './route';

const SITE = 'https://jszfcg.jsczt.cn';

it.each([
  ['/', '/'],
  ['/portal/index.html', '/portal/index.html'],
  ['/portal/#/setting/ca', '/portal #/setting/ca'],
  ['/#/home', '#/home'],
  ['/#!/home?token=abc&user=zhang', '#/home'],
  ['/user/320402199001011234/home', '/user/…/home'],
  ['/u/zhang123456', '/u/…'],
  ['/u/13812345678', '/u/…'],
  ['/%E5%BC%A0%E4%B8%89/home', '/…/home'],
  ['/home;jsessionid=A1B2', '/home'],
  ['/home?name=zhangsan#top', '/home'],
  ['/a/b/c/d/e/f/g/h', '/a/b/c/d/e/f/…'],
  ['/session/8f14e45fceea167a5a36dedd4bea2543', '/session/…'],
])('%s is told as %s', (address, route) => {
  expect(routeOf(`${SITE}${address}`)).toBe(route);
});
