/** Text as rules read it. */

/** Zero-width characters, soft hyphen, byte-order and direction marks: seen by nobody. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** A space counts only between two Latin words: 登 录 is 登录, USB Key stays two words. */
const IDLE_SPACE = /(?<![a-z0-9]) | (?![a-z0-9])/g;

/** Chinese, letters, figures and brackets, in one clause and the commonest spelling: hardly anything to do. */
const PLAIN = /^[a-zA-Z0-9.\-_:()（）\u4e00-\u9645\u9647-\u9fff]*$/;
const BRACKETS = /[（）]/g;
const NARROW: Readonly<Record<string, string>> = { '（': '(', '）': ')' };

/**
 * Full width to half width, lower case, no invisible characters, no spaces except between Latin words,
 * clauses on lines of their own, and the commonest other spellings: 登陆 for 登录, 帐 for 账.
 */
export const normalise = (text: string): string =>
  PLAIN.test(text)
    ? text
        .replace(BRACKETS, (each) => NARROW[each] ?? each)
        .replace(/帐/g, '账')
        .toLowerCase()
    : normaliseAny(text);

const normaliseAny = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(IDLE_SPACE, '')
    .replace(/[,。;!?、]+/g, '\n')
    .replace(/登陆/g, '登录')
    .replace(/帐/g, '账')
    .trim();

const SPACES = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g;

/** No spaces, nothing invisible, lower case, half width: for a quick look, not for reading. */
export const squeeze = (text: string): string => text.replace(SPACES, '').normalize('NFKC').toLowerCase();
