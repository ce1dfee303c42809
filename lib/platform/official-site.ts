/** Hosts of 苏采云 the extension is granted. The one place that names them for code. */
export const OFFICIAL_HOST = 'jszfcg.jsczt.cn';

/** The required host permission, and the sentinel's match pattern. */
export const OFFICIAL_MATCH = `*://${OFFICIAL_HOST}/*`;

/** What "打开苏采云" opens. Every public mention is plain http (field-notes §1). */
export const OFFICIAL_ADDRESS = `http://${OFFICIAL_HOST}/`;
