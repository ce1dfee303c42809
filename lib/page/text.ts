/** Text as rules read it. */

/** Zero-width characters, soft hyphen, byte-order and direction marks: seen by nobody. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** A space counts only between two Latin words: 登 录 is 登录, USB Key stays two words. */
const IDLE_SPACE = /(?<![a-z0-9]) | (?![a-z0-9])/g;

/**
 * Full width to half width, lower case, no invisible characters, no spaces except between Latin words,
 * clauses on lines of their own, and the commonest other spellings: 登陆 for 登录, 帐 for 账.
 */
export const normalise = (text: string): string =>
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
