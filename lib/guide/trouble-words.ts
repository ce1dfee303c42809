/**
 * How people put a trouble who read no text off a box: "插了锁没反应", "投标文件打不开". Words for the search
 * alone: never shown, and no evidence of what a page says.
 *
 * A cue is told by what things are (a key, an assistant, the PIN) and what became of them (not seen, not there,
 * wrong), each in all the words that the field has for it; so a wording nobody thought of is found by its parts.
 */

/** Of each group one word has to stand in what was typed. */
type Group = readonly string[];
export type Cue = readonly Group[];

/** Stands for the names of the companies that the notice in force names (`vendor-names.ts`). */
export const VENDOR = '@vendor';

const words = (all: string): Group => all.split(' ');

const KEY = words('锁 介质 设备 CA 优盘 U盘');
const ASSISTANT = words('助手 驱动 控件 插件 客户端 程序 软件 小工具');
const CERTIFICATE = words('证书 CA 锁');
const SITE = words('系统 网络 服务器 网站 网址 页面 网页 平台 苏采云');
const SEALS = words('签章 印章 盖章 公章 章');
const SEALED_FILES = words('解密 标书 投标文件 响应文件 报价文件 加密文件 加密的文件');

const NOT_SEEN = words(
  '没反应 反应没 不承认 没反映 反映没 没动静 动静没 没插 不存在 不认 认不 不识别 识别不 没识别 读不到 没读到 还是没有 说没有插 检测不 没检测 感应不 看不到锁 不亮 没亮 没显示 不显示 不出来 没得反应 没什么反应 没声音 没响 不响 没叮咚 不叮咚 不闪 灯没',
);
/** Told of anything that goes wrong: a hint only, where nothing says more. */
const NO_GOOD = words('没用 没有用 用不了 不能用 不好使 不行 坏 失灵');
const FAILS = words('失败 打不开 解不开 解不了 不了 开不 不出 报错 看不了 不能打开 没成功 不成功');
const NOT_HERE = words(
  '开了又没了 自己关 自动关 关不掉 装 下载 让我下 叫我下 没启动 没打开 没运行 没起来 起不来 打不开 闪退 不见 消失 一闪 删 失败 连不 连接不 没连 无法连接 不行 不启动 弄没 搞没 整没',
);
const CUT_OFF = words(
  '死机 蓝屏 黑屏 重启 拔 中断 断网 断线 断电 停电 关掉 关了页 失败 卡住 一半 不动 百分之',
);

/** By trouble id (`knowledge/troubles.json`). Written as people write; they are folded like what is typed. */
export const PAGE_CUES: Readonly<Record<string, readonly Cue[]>> = {
  'key-missing': [
    [KEY, NOT_SEEN],
    [words('插 电脑'), NOT_SEEN],
    [words('灯'), words('灭 不亮 没亮 不闪')],
    [words('USB 插口 接口 插孔'), [...NOT_SEEN, '坏', '松']],
    [words('插入'), words('已经插 插了 插着 插上 明明插 插好')],
    [words('请插 要插 让插 叫我插'), KEY],
    [words('一直 老 正在 总'), words('正在检测 检测中')],
    [words('设备管理器'), words('没有 没看 看不 不显示 问号 感叹号')],
    [words('密码钥匙 智能钥匙 电子钥匙'), words('连接 插 检测 识别')],
    [words('无设备 无介质 不在线 离线')],
    [words('集线器 扩展坞 分线器 延长线 转接头 转换头')],
  ],
  'assistant-missing': [
    [ASSISTANT, NOT_HERE],
    [
      words('换新电脑 换电脑 换台电脑 换一台电脑 新电脑 重装系统 重装电脑 电脑重装 系统重装'),
      words('登 CA 锁 用不 不行'),
    ],
    [words('activex 部件'), words('创建 对象 加载')],
    [words('连接本地服务 本地服务 connectionrefused websocket 安装控件')],
    [words('右下角 托盘 任务栏'), words('图标 盾牌 不见 消失')],
    [words('安装路径 安装目录 安装位置 安装文件夹 装在 装到'), words('中文 汉字')],
    [words('杀毒 杀软 安全卫士 360 木马 防火墙 电脑管家 安全软件'), words('拦 删 清 隔离 误报 报毒 阻止 禁')],
  ],
  'read-failed': [
    [words('证书 信息'), words('读不 没读')],
    [words('读证书 读信息 读锁'), words('失败 出错 报错 不成功')],
    [words('读取 读卡'), words('失败 不成功 没成功 出错 不了 报错')],
  ],
  'no-certificate': [
    [KEY, words('不存在证书 无证书 没证书 没有证书')],
    [
      words('证书'),
      words(
        '列表为空 列表是空 列表空 不存在 没有可用 无可用 看不到 看不见 没看到 空白 一条没 一张没 一个证书没 一张证书没 没有证书',
      ),
    ],
    [words('锁 插 优盘 U盘 设备'), words('格式化')],
    [words('证书'), words('只有一条 只有一行 只有一个 只显示一 只看到一 只看见一 少一条 少一行 少一个')],
    [words('选证书 选择证书 证书列表 下拉 下拉框'), words('灰 没东西 没有东西 没内容 选不 什么没')],
    [
      KEY,
      words('里没有 里面没有 里是空 里面是空 里面空 是空的 空的 空锁 没下载证书 里面什么没 什么没有 空白'),
    ],
  ],
  'wrong-key': [
    [words('不是 不对 不正确 用了 用错 拿了 用 拿'), words(`颁发 ${VENDOR} 另一家 别家 旧锁 原CA`)],
    [
      words('锁 介质 CA'),
      words('哪个 哪把 哪一个 哪一把'),
      words(
        '不知道插 不知道用 不知道拿 不知道要 不知道该 不晓得插 不晓得用 不晓得要 不晓得该 弄不清 分不 搞不清 该插 该用',
      ),
    ],
    [words('哪个是哪个 哪把是哪把 插错 拿错 带错 用错锁 分不清 搞混 弄混')],
    [words('招标 投标 交易中心 公共资源 别的系统 其他系统 另一个系统'), words('锁 CA 那把')],
    [words('锁 CA 证书'), words('不是这个系统 不是本系统 别的系统的')],
    [words('锁 这把'), words('不能登 登不了 登不上 登不进 没权限 无权限')],
  ],
  'too-many-keys': [
    [
      words('两把 两个 2个 2把 多个 多把 三把 几把'),
      words('锁 设备 介质'),
      words('插 检测 数量 同时 一起 拔 只能'),
    ],
    [words('多个 多把 好几个 好几把'), words('证书 介质 锁 设备'), words('保留 只留')],
    [words('只能 只许 最多'), words('插 用'), words('一个 一把 1个 1把')],
    [words('插'), words('太多 多了一 一起插 同时插'), words('留 拔 一个 哪 新 锁')],
    [words('银行 网银 税务 税控'), words('锁 插'), words('插 影响 拔 一起 同时')],
  ],
  'two-assistants': [
    [words('助手 驱动 客户端'), words('又装 都装 也装')],
    [words('两家 两个 2个 两种 两套 冲突 打架 同时 卸 共存 互相'), words('助手 驱动 客户端')],
    [words('助手 驱动 客户端'), words('新'), words(`老 旧 原来 原先 以前 ${VENDOR}`)],
  ],
  'access-refused': [
    [words('没权限 没有权限 无权限 权限不'), words('浏览器 网页')],
    [words('应用和服务 accessisdenied accessdenied')],
    [words('localnetwork privatenetwork loopbacknetwork')],
    [words('本地网络 本机设备 本地设备 访问本机 访问本地')],
    [words('浏览器 网页'), words('阻止 拦住 拦掉 拦截 拒绝 不让访问')],
    [words('允许'), words('弹 跳 问 点'), words('浏览器 网页 不允许 地址栏 左上角 访问')],
    [words('地址栏 左上角 网址左边 网址旁边 网址前面'), words('关 拒绝 阻止 禁止 不允许 点错 点没')],
  ],
  'user-mismatch': [
    [words('非法用户')],
    [
      words('证书 锁 单位 公司 用户 名称 名字 账号 用户信息'),
      words(
        '不是同一 不是一个单位 不匹配 不一致 不符 对不 不对 不正确 不一样 不是一家 是旧的 不是本单位 不是我们 别的单位 别人',
      ),
    ],
    [words('改名 改过名 改了名 换名 更名 机构改革'), words('登录 登不 提示 不符 对不 绑 说')],
  ],
  'not-in-effect': [
    [words('证书'), words('不能解锁')],
    [
      CERTIFICATE,
      words('吊销 被注销 已注销 冻结 停用 停掉 挂失 未授权 生效 生效时间 未到生效 无效 作废 没激活 没开通'),
    ],
  ],
  'pin-wrong': [
    [words('口令'), words('校验失败 验证失败 校验不 验证不')],
    [words('没说密码 没留密码 没留口令 没告诉密码 没交代密码')],
    [words('剩一次机会 剩两次机会 剩三次机会 剩几次机会 剩1次机会 剩2次机会 剩3次机会 最后一次机会')],
    [
      words('口令 输 试'),
      words('剩一次 剩两次 剩三次 剩几次 剩1次 剩2次 剩3次 有一次 有两次 有三次 有几次 有1次 有2次 有3次'),
    ],
    [
      words('口令'),
      words(
        '多少 几位 是啥 错 不对 不正确 忘 没交代 没交给 没有交给 没移交 没告诉 没人知道 记不 不记得 不知道 是多少 是什么 初始 默认 出厂 找回 重置 想不起',
      ),
    ],
  ],
  'pin-locked': [
    [words('口令锁 锁死 试死 被锁 锁住 锁定 锁掉')],
    [words('错 试 输'), words('太多 多次 好几 几遍 几次 次数 次锁'), words('不让 锁 不能输 不给 上限 用完')],
    [words('次数 机会'), words('用完 没了 上限 为0 剩0'), words('输 试 说 提示')],
    [words('口令 错误'), words('次数 解锁'), words('解锁 次数用完 次数没 次数超 次数太 次数到 次数已')],
  ],
  cancelled: [
    [words('点了取消 取消了 点成取消 按了取消 口令框关 关掉了口令')],
    [words('口令 键盘 框'), words('弹不出 没弹出 不弹出 闪一下')],
    [words('口令 框'), words('叉 关掉 关闭 取消 点没 来得及 消失')],
  ],
  'certificate-expired': [
    [words('电脑时间 电脑日期 系统时间 系统日期 时钟'), words('不对 不准 错 慢 快')],
    [words('有效期'), words('到昨天 到上个月 到去年 只到 已到 已经到')],
    [CERTIFICATE, words('过期 到期 过有效期 超过有效期 有效期过 有效期已 有效期到 失效 过了期')],
    [words('用 买 办 换'), words('过期 到期')],
  ],
  'already-bound': [
    [words('绑定 绑过'), words('已有其他 已有其它 有其他CA 有其它CA')],
    [words('绑定过 已经绑 已经被绑 已绑 绑过 重复绑')],
    [CERTIFICATE, words('已存在 已关联 已被关联 关联其他 关联其它 关联别 已被使用 已使用')],
    [words('绑'), words('有人 别人 别个 人家 旁人 占用 被绑 重复 其他账号 别的账号 另一个账号')],
  ],
  'session-expired': [
    [words('登录 会话 登'), words('超时 过期 失效 重新 又要 再登')],
    [words('踢出 踢下 踢掉 把我踢 跳回登录')],
    [words('退出 掉线 登出'), words('自动 老是 总是 一直 经常 突然 自己 过一会 没多久')],
    [words('登'), words('分钟掉 分钟就掉 会掉 掉出')],
    [words('登'), words('退出来 退出去 掉出来 掉线')],
  ],
  'system-busy': [
    [
      SITE,
      words('繁忙 正忙 超时 异常 错误 卡 打不开 开小差 崩 瘫 慢 白屏 空白 是白 一片白 全白 进不去 加载不'),
    ],
    [
      SITE,
      words('转圈 没响应 转半天 一直在转 一直转 转不停 转个不停 卡死 卡住 不动 没动静 404 500 502 503 504'),
    ],
    [words('报错 错误 出现 显示 提示 打开 登录 提交 点 跳'), words('404 500 502 503 504')],
    [words('找不到服务器 找不到网页 找不到网站 无法访问网站 无法访问此网站')],
    [words('internalservererror badgateway gatewaytimeout serviceunavailable')],
  ],
  'names-missing': [
    [
      words(
        '点了上报 点上报 点到上报 点成上报 误点上报 按了上报 按上报 按成上报 按到上报 上报点了 上报按钮点了 上报按了',
      ),
    ],
    [
      words('获取'),
      words('没名字 没名称 没有名字 空 没东西 没有东西 是白 一片白 没有名称 不显示 不出 没反应 没显示'),
    ],
    [words('名称 名字'), words('是空 空白 空的 出不来 不出来 没出来 没带出 带不出 没自动')],
  ],
  'compatibility-mode': [
    [words('乱码 错乱 显示不全 字显示不 要求IE 兼容 极速模式 切换内核')],
    [words('网页 页面 排版 字'), words('全乱 乱掉 很乱 错位 挤 叠 重叠')],
    [words('IE'), words('浏览器 打开 模式 要用 要装 内核 只能 必须 一定')],
    [
      words('浏览器'),
      words(
        '哪个 哪种 哪一种 什么 版本 推荐 支持 太老 太旧 升级 只能 edge chrome 谷歌 火狐 行不行 可以吗 能用',
      ),
    ],
  ],
  'download-interrupted': [[words('下载 更新 写入 下到 下证书 续期'), CUT_OFF]],
  'cannot-decrypt': [
    [SEALED_FILES, FAILS],
    [SEALED_FILES, CERTIFICATE, words('不匹配 不对 不符 不一致 报错 失败')],
    [words('开标'), words('解不 打不开 失败 不成功')],
  ],
  'seal-failed': [
    [
      SEALS,
      words(
        '未启动 没启动 失败 盖不 签不 找不到 没有章 没反应 不显示 显示不 不出来 出不来 没出来 空白 是灰 变灰 灰色 灰掉 点不了 不见 加载不 没用 用不了 不好使 错误 报错 出错 异常',
      ),
    ],
  ],
};

/** What became of the key, of the people or of the unit: no message of a page, and said before any page is open. */
export const LIFE_CUES: Readonly<Record<string, readonly Cue[]>> = {
  'key-lost': [
    [
      [...KEY, '证书'],
      words(
        '丢 遗失 不见 没影 弄没 搞没 整没 不知道放 忘记放 不记得放 想不起放 被偷 失窃 忘在 落在 落家 掉在 掉车 挂失 找遍',
      ),
    ],
    [words('挂失')],
  ],
  'key-broken': [
    [KEY, words('坏 摔 断 进水 泡水 掉水 洗衣机 水洗 压 踩 歪 裂 烧 碎 变形 散架 冒烟 接触不良')],
    [words('插头 接头 金属头 外壳 铁头 盖子 壳子'), words('坏 断 歪 裂 松 弯 变形 掉')],
  ],
  'login-forgotten': [
    [
      words('账号 账户 用户名 登录名 登录密码 登录口令 系统密码 网站密码 平台密码 网页密码'),
      words('忘 记不 不记得 想不起 不知道 没人知道 不晓得 是多少 是什么 找回 重置'),
    ],
  ],
  'holder-left': [
    [
      words(
        '前任 上任 原经办 原来经办 以前经办 会计 出纳 经办人 经手人 同事 管锁 管CA 管这个的人 负责这个的 原来的人 之前的人 上一个人',
      ),
      words(
        '离职 退休 辞职 人走 走人 已走 走掉 调走 调离 调到 去世 跳槽 联系不 手上 手里 带走 拿走 没交 不交 住院 休产假 出国',
      ),
    ],
    [words('交接'), words('没 不 未 未检测到')],
    [words('离职 辞职')],
    [words('接手'), words('刚 才 新 没 未 不知道 不清楚')],
    [words('离职 退休 调走 辞职'), words('锁 CA 口令 账号 没 未')],
  ],
  'unit-changed': [
    [
      words('单位 公司 企业 学校 医院 机构 局 名称 名字'),
      words('改名 更名 改过名 改了名 换名 变更 变了 变动 合并 撤并 重组 划转 并到'),
    ],
    [words('法人 法定代表人 负责人 一把手 主任 局长 校长 院长 老总'), words('换 变 更 调 退 不是同一')],
    [words('信用代码 税号 机构代码 组织代码 营业执照 登记证'), words('变 换 改 更 新')],
  ],
  'new-computer': [
    [
      words(
        '新买电脑 买新电脑 新配电脑 新领电脑 新发电脑 换电脑 换新电脑 换台电脑 换一台电脑 换个电脑 电脑换 新电脑 重装系统 系统重装 重装电脑 电脑重装 别的电脑 另一台电脑 家里电脑 国产电脑 国产系统 信创 麒麟 统信 苹果电脑 macbook mac电脑 win7 xp系统',
      ),
    ],
  ],
  'dialog-unclear': [
    [
      words(
        '弹窗 弹框 弹出框 弹出来框 弹出窗口 弹出一个框 弹出来一个框 弹个框 跳个框 跳出一个框 跳出来一个框 对话框',
      ),
    ],
    [words('弹窗 弹框 弹出窗口 弹出框'), words('拦 阻止 屏蔽 禁 不弹 弹不出 没弹')],
    [words('弹窗 弹框 弹出窗口 弹出框'), words('浏览器 网页'), words('拦 阻止 屏蔽 禁 不弹 弹不出 没弹')],
    [words('框 窗口'), words('看不懂 不明白 什么意思 点哪个 点确定')],
  ],
  'control-dead': [
    [
      words('按钮 按键 菜单 入口 功能 选项 这一项'),
      words(
        '灰 点不 不能点 没反应 反应没 没用 没动静 找不到 找不着 没这个 没有解绑 没有绑定 没有申请 没看到 看不到 看不见 不显示 没显示 消失 不见 没得点',
      ),
    ],
    [words('解绑是灰 解绑点不 解绑没反应 解绑点没 绑定是灰 绑定点不 绑定没反应 绑定点没')],
    [words('找不到 找不着 没找到'), words('绑定 解绑的地方 地方绑 地方解')],
  ],
};

/** Cues that are found only where no other is: what they say may be said of many troubles. */
export const VAGUE_CUES: Readonly<Record<string, readonly Cue[]>> = {
  'dialog-unclear': [[words('弹 跳出'), words('框 窗口 英文')]],
  // Which of the two passwords, only the person knows.
  'login-forgotten': [[words('口令'), words('忘 记不 不记得 想不起 找回')]],
  'key-missing': [
    [words('锁 介质 设备 U盘 优盘'), NO_GOOD],
    [words('CA'), words('登不上 登不了 登不进')],
  ],
  'system-busy': [
    [words('点 按'), words('没反应 没任何反应 没有任何反应 没动静 反应没 在原页 在原来 没跳 不跳')],
  ],
};

/**
 * Asks what the notice says (when, where, who, how much), not what went wrong: "老锁什么时候停用". Cues would
 * lead such a question to a trouble that nobody has.
 */
export const ASKS_THE_NOTICE: Group = words(
  '什么时候 几号 几月 哪天 多久 在哪 哪里 去哪 到哪 多少钱 费用 谁出 收费 材料 申请 电话 办理 重新办 要退 要不要换 需要换 怎么解绑 能不能解绑',
);
