/** Counters that are shut and systems that are down. Pure. */

const COUNTER = '(?:窗口|大厅|中心|服务点|网点)';

/**
 * Whether a sentence tells that a counter is shut or a system is down: 「9月29日至10月6日CA窗口关闭」. It asks nobody for
 * anything, and is no phase, though days and deeds stand in it.
 */
export function isOfClosing(sentence: string): boolean {
  // A phase may have such days in it.
  if (/阶段|(?:过渡|换绑|更换|并行|办理)期(?!间)/.test(sentence)) return false;
  return (
    /停机|停运|系统(?:将)?(?:进行)?(?:升级|维护|检修)|(?:升级|维护|检修)(?:期间|时间)|(?:暂停|停止)(?:对外)?(?:办公|服务)(?!期)|不(?:对外)?办公|闭馆/.test(
      sentence,
    ) ||
    /(?:暂停|停止)(?:现场|线下|窗口|集中)[^，,。；;]{0,4}(?:办理|受理|业务)|暂停办理(?!解绑|绑定|换绑)/.test(
      sentence,
    ) ||
    /(?:假期|假日|放假)[^，,。；;]{0,14}(?:(?:不|暂停)(?:予)?(?:办理|受理)|停办)(?![^，,。；;]{0,6}(?:解绑|绑定|换绑))/.test(
      sentence,
    ) ||
    new RegExp(
      `${COUNTER}[^，,。；;]{0,10}(?:关闭|停办|(?:放假|休息)(?!日)|(?:暂停|不|停止)(?:对外)?(?:办理|受理|服务))|(?:暂停|停止)[^，,。；;]{0,6}${COUNTER}(?:办理|受理|服务|业务)`,
    ).test(sentence)
  );
}
