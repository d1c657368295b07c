import type { Language } from '../contract/values.ts';

export interface MenuLabels {
  file: string;
  newCorpus: string;
  openCorpus: string;
  import: string;
  exportReport: string;
  exportCorpus: string;
  importProject: string;
  backups: string;
  settings: string;
  close: string;
  quit: string;
  edit: string;
  undo: string;
  redo: string;
  cut: string;
  copy: string;
  paste: string;
  selectAll: string;
  view: string;
  zoomIn: string;
  zoomOut: string;
  actualSize: string;
  fullScreen: string;
  help: string;
  shortcuts: string;
}

const labels: Record<Language, MenuLabels> = {
  'zh-Hant': {
    file: '檔案',
    newCorpus: '新建語料庫…',
    openCorpus: '開啟語料庫…',
    import: '匯入文章…',
    exportReport: '匯出標註報告…',
    exportCorpus: '匯出語料庫…',
    importProject: '匯入專案…',
    backups: '備份…',
    settings: '設定…',
    close: '關閉視窗',
    quit: '結束',
    edit: '編輯',
    undo: '復原',
    redo: '重做',
    cut: '剪下',
    copy: '拷貝',
    paste: '貼上',
    selectAll: '全選',
    view: '檢視',
    zoomIn: '放大',
    zoomOut: '縮小',
    actualSize: '實際大小',
    fullScreen: '全螢幕',
    help: '說明',
    shortcuts: '鍵盤快捷鍵',
  },
  'zh-Hans': {
    file: '文件',
    newCorpus: '新建语料库…',
    openCorpus: '打开语料库…',
    import: '导入文章…',
    exportReport: '导出标注报告…',
    exportCorpus: '导出语料库…',
    importProject: '导入项目…',
    backups: '备份…',
    settings: '设置…',
    close: '关闭窗口',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    zoomIn: '放大',
    zoomOut: '缩小',
    actualSize: '实际大小',
    fullScreen: '全屏',
    help: '帮助',
    shortcuts: '键盘快捷键',
  },
  en: {
    file: 'File',
    newCorpus: 'New Corpus…',
    openCorpus: 'Open Corpus…',
    import: 'Import Articles…',
    exportReport: 'Export Annotated Report…',
    exportCorpus: 'Export Corpus…',
    importProject: 'Import Project…',
    backups: 'Backups…',
    settings: 'Settings…',
    close: 'Close Window',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    actualSize: 'Actual Size',
    fullScreen: 'Full Screen',
    help: 'Help',
    shortcuts: 'Keyboard Shortcuts',
  },
};

/** The labels of the native menu. */
export function menuLabels(language: Language): MenuLabels {
  return labels[language];
}
