/** How the usual libraries say something, as the markup they leave in the page. Each takes a sentence. */
export const MESSAGE_BOXES: Readonly<Record<string, (words: string) => string>> = {
  'layui alert': (words) =>
    `<div class="layui-layer-shade"></div><div class="layui-layer layui-layer-dialog" type="dialog"><div class="layui-layer-title">信息</div><div class="layui-layer-content layui-layer-padding"><i class="layui-layer-ico layui-layer-ico2"></i>${words}</div><span class="layui-layer-setwin"><a class="layui-layer-close layui-layer-close1" href="javascript:;"></a></span><div class="layui-layer-btn"><a class="layui-layer-btn0">确定</a></div></div>`,
  'layui msg': (words) =>
    `<div class="layui-layer layui-layer-dialog layui-layer-border layui-layer-msg" type="dialog"><div class="layui-layer-content">${words}</div></div>`,
  'element message': (words) =>
    `<div role="alert" class="el-message el-message--error"><i class="el-message__icon el-icon-error"></i><p class="el-message__content">${words}</p></div>`,
  'element message box': (words) =>
    `<div tabindex="-1" role="dialog" aria-modal="true" aria-label="提示" class="el-message-box__wrapper"><div class="el-message-box"><div class="el-message-box__header"><div class="el-message-box__title"><span>提示</span></div><button type="button" aria-label="Close" class="el-message-box__headerbtn"></button></div><div class="el-message-box__content"><div class="el-message-box__message"><p>${words}</p></div></div><div class="el-message-box__btns"><button type="button" class="el-button el-button--default el-button--small el-button--primary"><span>确定</span></button></div></div></div>`,
  'ant message': (words) =>
    `<div class="ant-message"><span><div class="ant-message-notice"><div class="ant-message-notice-content"><div class="ant-message-custom-content ant-message-error"><i class="anticon"></i><span>${words}</span></div></div></div></span></div>`,
  'ant modal': (words) =>
    `<div class="ant-modal-root"><div class="ant-modal-mask"></div><div role="dialog" class="ant-modal-wrap"><div role="document" class="ant-modal ant-modal-confirm ant-modal-confirm-error"><div class="ant-modal-content"><div class="ant-modal-confirm-body"><span class="ant-modal-confirm-title">登录失败</span><div class="ant-modal-confirm-content">${words}</div></div><div class="ant-modal-confirm-btns"><button class="ant-btn ant-btn-primary"><span>知道了</span></button></div></div></div></div></div>`,
  'easyui messager': (words) =>
    `<div class="panel window messager-window" style="display:block"><div class="panel-header panel-header-noborder window-header"><div class="panel-title">系统提示</div><div class="panel-tool"><a class="panel-tool-close" href="javascript:void(0)"></a></div></div><div class="messager-body panel-body panel-body-noborder window-body"><div class="messager-icon messager-error"></div><div>${words}</div><div style="clear:both"></div><div class="messager-button"><a class="l-btn" href="javascript:void(0)"><span class="l-btn-left"><span class="l-btn-text">确定</span></span></a></div></div></div><div class="window-mask"></div>`,
  'bootstrap modal': (words) =>
    `<div class="modal fade in" id="tip" role="dialog" style="display:block"><div class="modal-dialog"><div class="modal-content"><div class="modal-header"><button type="button" class="close">×</button><h4 class="modal-title">提示信息</h4></div><div class="modal-body">${words}</div><div class="modal-footer"><button type="button" class="btn btn-default">关闭</button></div></div></div></div>`,
  'jquery-ui dialog': (words) =>
    `<div class="ui-dialog ui-widget ui-widget-content ui-corner-all" role="dialog"><div class="ui-dialog-titlebar ui-widget-header"><span class="ui-dialog-title">提示</span><button class="ui-dialog-titlebar-close">关闭</button></div><div class="ui-dialog-content ui-widget-content">${words}</div><div class="ui-dialog-buttonpane"><div class="ui-dialog-buttonset"><button type="button">确定</button></div></div></div>`,
  sweetalert: (words) =>
    `<div class="sweet-overlay"></div><div class="sweet-alert showSweetAlert visible"><div class="sa-icon sa-error"></div><h2>登录失败</h2><p>${words}</p><div class="sa-button-container"><button class="confirm">OK</button></div></div>`,
};

/** Words marked as an error where they stand. */
export const ERROR_LINES: typeof MESSAGE_BOXES = {
  'a red line in the form': (words) => `<div class="login-tip" style="color:#f00">${words}</div>`,
  'a line marked as an error': (words) => `<p class="error-info">${words}</p>`,
};

/** A page that offers the key's own login, whatever it says besides. */
export const keyLogin = (rest: string): string =>
  `<!doctype html><title>供应商登录</title><h3>CA登录</h3><form><p><label>PIN码</label><input type="password"></p><button type="button">登录</button></form>${rest}`;
