/** Numbered pictures and the transcript of a walk. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Fact } from '@/lib/guide/model';
import { tellFact } from '@/tests/e2e/harness/ledger';
import { readCard } from '@/tests/e2e/harness/overlay';

interface Moment {
  readonly picture: string;
  readonly what: string;
  /** State of the page and step of the guide, as the card's public attributes say. */
  readonly state: string;
  readonly step: string;
  readonly target: string;
  /** The step's title, as the person reads it. */
  readonly says: string;
}

/** "第3步（共8步）" and the step's title, which follows it on a line of its own or on the same. */
function titleIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => /第\d+步|Step \d+/.test(line));
  return at < 0
    ? ''
    : lines
        .slice(at, at + 2)
        .join(' ')
        .trim();
}

export class WalkRecorder {
  readonly #folder: string;
  readonly #moments: Moment[] = [];

  /** Empties the folder: a walk's pictures belong together. */
  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  get count(): number {
    return this.#moments.length;
  }

  /** Takes the next picture and writes down what the card says. @param name for the file, kebab-case */
  async picture(page: Page, name: string, what: string): Promise<void> {
    const picture = `${String(this.#moments.length + 1).padStart(2, '0')}-${name}.png`;
    const card = await readCard(page);
    await page.screenshot({ path: join(this.#folder, picture) });
    this.#moments.push({
      picture,
      what,
      state: card?.page ?? '–',
      step: card ? `${card.guide || '–'} / ${card.step || '–'}` : '–',
      target: card?.targetState ?? '–',
      says: card ? titleIn(card.text) : '',
    });
    process.stderr.write(`[rebind] ${picture}  ${what}\n`);
  }

  /** Writes `transcript.md` beside the pictures. @param head lines on the case that was walked */
  finish(head: readonly string[], facts: readonly Fact[]): void {
    const rows = this.#moments.map(
      ({ picture, what, state, step, target, says }) =>
        `| ${picture} | ${what} | ${state} | ${step} | ${target} | ${says} |`,
    );
    const ledger = facts.map((fact) => `${fact.order}. ${fact.at} ${tellFact(fact)}`);
    const lines = [
      '# Walk',
      '',
      ...head.map((line) => `- ${line}`),
      '',
      '## States and steps',
      '',
      '| picture | what | page state | guide / step | target | card |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
      '## Facts in the ledger',
      '',
      ...ledger,
      '',
    ];
    writeFileSync(join(this.#folder, 'transcript.md'), lines.join('\n'));
  }
}
