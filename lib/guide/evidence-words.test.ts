import { describe, expect, it } from 'vitest';
import { type Evidence, PAGE_STATES } from '@/lib/page/model';
import { writeEvidence, writeEvidences } from './evidence-words';

const evidence = (rest: Partial<Evidence> = {}): Evidence => ({
  rule: 'ca-list/3',
  state: 'ca-list',
  weight: 6,
  saw: '解绑 证书',
  where: 'page button',
  ...rest,
});

describe('evidence in words', () => {
  it('tells where, what, the words, and how strongly they speak for which page', () => {
    expect(writeEvidence(evidence())).toEqual({
      zh: '页面上的按钮有“解绑”“证书”，有力支持“管理CA的页面”（+6）。',
      en: 'On the page, a button has “解绑” “证书”: speaks strongly for the page that manages CAs (+6).',
    });
    expect(
      writeEvidence(evidence({ state: 'pin-wrong', weight: 3, saw: '错误', where: 'toast div' })).zh,
    ).toBe('提示条里的文字有“错误”，支持“口令错误”（+3）。');
    expect(writeEvidence(evidence({ weight: -4, where: 'dialog h2' })).zh).toBe(
      '弹窗里的标题有“解绑”“证书”，不支持“管理CA的页面”（-4）。',
    );
  });

  it('tells what counts against a page where no word was seen', () => {
    expect(writeEvidence(evidence({ state: 'login-ca', weight: -3, saw: '' })).zh).toBe(
      '依据不够时，不判断为“CA登录页”（-3）。',
    );
    expect(writeEvidence(evidence({ weight: 2, saw: '', where: 'page select' })).zh).toContain('选择框');
  });

  it('leaves no key and no rule’s number in any sentence, whatever the state, element and weight', () => {
    const tags = [
      'button',
      'input',
      'a',
      'li',
      'label',
      'td',
      'h3',
      'legend',
      'title',
      'html',
      'my-element',
      '',
    ];
    for (const state of PAGE_STATES) {
      for (const tag of tags) {
        for (const weight of [-8, 1, 3, 9]) {
          for (const where of [`page ${tag}`, `dialog ${tag}`, `toast ${tag}`, tag]) {
            const { zh, en } = writeEvidence(evidence({ state, weight, where }));
            expect(`${zh}${en}`).not.toMatch(/evidence|undefined|\{|ca-list\/3/);
          }
        }
      }
    }
  });

  it('puts the strongest first, and no more than can be read aloud', () => {
    const many = Array.from({ length: 20 }, (_, weight) => evidence({ weight: weight - 8 }));
    const told = writeEvidences(many);
    expect(told).toHaveLength(8);
    expect(told[0]?.zh).toContain('（+11）');
    expect(writeEvidences([])).toEqual([]);
  });
});
