/** VS Code's own themes as a webview sees them: the colours that its page is given as `--vscode-*` variables. */

/** What a webview's `<body>` wears, and the place of a theme's colours in the table below. */
const THEMES = {
  'dark modern': { body: 'vscode-dark', column: 0 },
  'light modern': { body: 'vscode-light', column: 1 },
  'high contrast': { body: 'vscode-high-contrast', column: 2 },
  'high contrast light': { body: 'vscode-high-contrast-light vscode-high-contrast', column: 3 },
  'dark 2026': { body: 'vscode-dark', column: 4 },
  'light 2026': { body: 'vscode-light', column: 5 },
} as const;

export type ThemeName = keyof typeof THEMES;

export const THEME_NAMES = Object.keys(THEMES) as ThemeName[];

/** The four that everybody knows: dark, light, and high contrast of both. */
export const MAIN_THEMES: readonly ThemeName[] = THEME_NAMES.slice(0, 4);

/** What `open` of the harness wants to know of a theme. */
export function themed(name: ThemeName): { body: string; theme: string } {
  const { body, column } = THEMES[name];
  const colors = Object.entries(COLORS).flatMap(([id, values]) => {
    const value = values[column];
    return value ? [`--vscode-${id}: ${value};`] : [];
  });
  return { body, theme: `:root {\n${[...colors, ...FONTS].join('\n')}\n}` };
}

/** Whether VS Code gives a page this variable (without `--vscode-`) in one of its themes at least. */
export function isThemeVariable(id: string): boolean {
  return id in COLORS || FONTS.some((font) => font.startsWith(`--vscode-${id}:`));
}

const FONTS = [
  '--vscode-font-family: system-ui, sans-serif;',
  '--vscode-font-size: 13px;',
  '--vscode-font-weight: normal;',
  '--vscode-editor-font-family: monospace;',
  '--vscode-editor-font-size: 14px;',
  '--vscode-editor-font-weight: normal;',
];

/** Read from VS Code 1.139. An empty text: the theme gives no such colour, and the variable does not exist. */
const COLORS: Readonly<Record<string, readonly string[]>> = {
  'badge-background': ['#616161', '#cccccc', '#000000', '#0f4a85', '#307e9f', '#0069cc'],
  'badge-foreground': ['#f8f8f8', '#3b3b3b', '#ffffff', '#ffffff', '#ffffff', '#ffffff'],
  'button-background': ['#0078d4', '#005fb8', '#000000', '#0f4a85', '#297aa0', '#0069cc'],
  'button-border': ['#ffffff1a', '#0000001a', '#6fc3df', '#0f4a85', '#297aa0', '#0069cc'],
  'button-foreground': ['#ffffff', '#ffffff', '#ffffff', '#ffffff', '#ffffff', '#ffffff'],
  'button-hoverBackground': ['#026ec1', '#0258a8', '#000000', '#0f4a85', '#2b7da3', '#0063c1'],
  'button-secondaryBackground': ['#00000000', '#e5e5e5', '', '#ffffff', '#00000000', '#eaeaea'],
  'button-secondaryBorder': ['#cccccc26', '#3b3b3b26', '#6fc3df', '#0f4a85', '#333536', '#eaeaea'],
  'button-secondaryForeground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#cccccc', '#202020'],
  'button-secondaryHoverBackground': ['#2b2b2b', '#cccccc', '', '', '#ffffff0f', '#f2f3f4'],
  'charts-blue': ['#59a4f9', '#0063d3', '#59a4f9', '#0063d3', '#57a3f8', '#1a5cff'],
  'charts-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#cccccc', '#202020'],
  'charts-green': ['#89d185', '#388a34', '#89d185', '#374e06', '#86cf86', '#388a34'],
  'charts-lines': ['#cccccc80', '#3b3b3b80', '#ffffff80', '#29292980', '#c8cacc80', '#20202066'],
  'charts-orange': ['#ea5c0054', '#ea5c0054', '', '', '#cd861a', '#d18616'],
  'charts-purple': ['#b180d7', '#652d90', '#b180d7', '#652d90', '#ad80d7', '#652d90'],
  'charts-red': ['#f14c4c', '#e51400', '#f48771', '#b5200d', '#ef8773', '#ad0707'],
  'charts-yellow': ['#cca700', '#bf8803', '#ffd370', '#895503', '#e0b97f', '#667309'],
  'checkbox-background': ['#313131', '#f8f8f8', '#000000', '#ffffff', '#242526', '#eaeaea'],
  'checkbox-border': ['#3c3c3c', '#cecece', '#6fc3df', '#0f4a85', '#707070', '#868686'],
  'checkbox-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#8c8c8c', '#606060'],
  'checkbox-selectBackground': ['#202020', '#f8f8f8', '#0c141f', '#ffffff', '#202122', '#fafafd'],
  'checkbox-selectBorder': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#8c8c8c', '#606060'],
  contrastActiveBorder: ['', '', '#f38518', '#006bbd', '', ''],
  contrastBorder: ['', '', '#6fc3df', '#0f4a85', '', ''],
  descriptionForeground: ['#9d9d9d', '#3b3b3b', '#ffffffb3', '#292929b3', '#8c8c8c', '#606060'],
  disabledForeground: ['#cccccc80', '#61616180', '#a5a5a5', '#7f7f7f', '#555555', '#bbbbbb'],
  'dropdown-background': ['#313131', '#ffffff', '#000000', '#ffffff', '#191a1b', '#ffffff'],
  'dropdown-border': ['#3c3c3c', '#cecece', '#6fc3df', '#0f4a85', '#333536', '#d8d8d8'],
  'dropdown-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'dropdown-listBackground': ['#1f1f1f', '#ffffff', '#000000', '#ffffff', '#191a1b', '#ffffff'],
  'editor-background': ['#1f1f1f', '#ffffff', '#000000', '#ffffff', '#121314', '#ffffff'],
  'editor-findMatchBackground': ['#9e6a03', '#a8ac94', '', '', '#2767828f', '#0069cc40'],
  'editor-findMatchBorder': ['', '', '#f38518', '#006bbd', '', ''],
  'editor-findMatchHighlightBackground': ['#ea5c0054', '#ea5c0054', '', '', '#27678280', '#0069cc1a'],
  'editor-findMatchHighlightBorder': ['', '', '#f38518', '#006bbd', '', ''],
  'editor-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bbbebf', '#202020'],
  'editor-lineHighlightBackground': ['', '', '', '', '#242526', '#eaeaea40'],
  'editor-lineHighlightBorder': ['#282828', '#eeeeee', '#f38518', '#0f4a85', '#282828', '#eeeeee'],
  'editor-selectionBackground': ['#264f78', '#add6ff', '#ffffff', '#0f4a85', '#276782de', '#0069cc40'],
  'editor-selectionForeground': ['', '', '#000000', '#ffffff', '', ''],
  'editorError-foreground': ['#f14c4c', '#e51400', '#f48771', '#b5200d', '#f14c4c', '#e51400'],
  'editorHoverWidget-background': ['#202020', '#f8f8f8', '#0c141f', '#ffffff', '#202122', '#fafafd'],
  'editorHoverWidget-border': ['#cccccc33', '#3b3b3b33', '#6fc3df', '#0f4a85', '#2a2b2c', '#e4e5e6'],
  'editorHoverWidget-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'editorInfo-foreground': ['#59a4f9', '#0063d3', '#59a4f9', '#0063d3', '#59a4f9', '#0063d3'],
  'editorWarning-foreground': ['#cca700', '#bf8803', '#ffd370', '#895503', '#cca700', '#bf8803'],
  'editorWidget-background': ['#202020', '#f8f8f8', '#0c141f', '#ffffff', '#202122', '#fafafd'],
  'editorWidget-border': ['#cccccc33', '#3b3b3b33', '#6fc3df', '#0f4a85', '#2a2b2c', '#e4e5e6'],
  'editorWidget-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  errorForeground: ['#f85149', '#f85149', '#f48771', '#b5200d', '#f48771', '#ad0707'],
  focusBorder: ['#0078d4', '#005fb8', '#f38518', '#006bbd', '#3994bcb3', '#0069cc'],
  foreground: ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'icon-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#8c8c8c', '#606060'],
  'input-background': ['#313131', '#ffffff', '#000000', '#ffffff', '#191a1b', '#ffffff'],
  'input-border': ['#3c3c3c', '#cecece', '#6fc3df', '#0f4a85', '#333536', '#d8d8d866'],
  'input-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'input-placeholderForeground': ['#989898', '#767676', '#ffffffb3', '#292929b3', '#555555', '#999999'],
  'inputOption-activeBackground': ['#2489db82', '#bed6ed', '#00000000', '#00000000', '#313233', '#d6d6d6'],
  'inputOption-activeBorder': ['#2488db', '#005fb8', '#6fc3df', '#0f4a85', '#2a2b2c', '#f0f1f2'],
  'inputOption-activeForeground': ['#ffffff', '#000000', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'inputOption-hoverBackground': ['#5a5d5e80', '#b8b8b84f', '', '', '#5a5d5e80', '#b8b8b84f'],
  'inputValidation-errorBackground': ['#5a1d1d', '#f2dede', '#000000', '#ffffff', '#3a1d1d', '#fdeded'],
  'inputValidation-errorBorder': ['#be1100', '#be1100', '#6fc3df', '#0f4a85', '#be1100', '#ad0707'],
  'inputValidation-errorForeground': ['', '', '', '#292929', '#bfbfbf', '#202020'],
  'inputValidation-infoBackground': ['#063b49', '#d6ecf2', '#000000', '#ffffff', '#1e3a47', '#e6f2fa'],
  'inputValidation-infoBorder': ['#007acc', '#007acc', '#6fc3df', '#0f4a85', '#3994bc', '#0069cc'],
  'inputValidation-infoForeground': ['', '', '', '#292929', '#bfbfbf', '#202020'],
  'inputValidation-warningBackground': ['#352a05', '#f6f5d2', '#000000', '#ffffff', '#352a05', '#fdf6e3'],
  'inputValidation-warningBorder': ['#b89500', '#b89500', '#6fc3df', '#0f4a85', '#b89500', '#b69500'],
  'inputValidation-warningForeground': ['', '', '', '#292929', '#bfbfbf', '#202020'],
  'keybindingLabel-background': ['#8080802b', '#dddddd66', '#00000000', '#00000000', '#8080802b', '#dddddd66'],
  'keybindingLabel-border': ['#33333399', '#cccccc66', '#6fc3df', '#0f4a85', '#33333399', '#cccccc66'],
  'keybindingLabel-bottomBorder': ['#44444499', '#bbbbbb66', '#6fc3df', '#292929', '#44444499', '#bbbbbb66'],
  'keybindingLabel-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#cccccc', '#3b3b3b'],
  'list-activeSelectionBackground': ['#04395e', '#e8e8e8', '', '#0f4a851a', '#ffffff21', '#00000024'],
  'list-activeSelectionForeground': ['#ffffff', '#000000', '', '', '#ededed', '#202020'],
  'list-activeSelectionIconForeground': ['#ffffff', '#000000', '', '', '#ffffff', '#000000'],
  'list-focusAndSelectionOutline': ['', '#005fb8', '', '', '', '#005fb8'],
  'list-focusBackground': ['', '', '', '', '#ffffff21', '#00000024'],
  'list-focusForeground': ['', '', '', '', '#bfbfbf', '#202020'],
  'list-focusHighlightForeground': ['#2aaaff', '#0066bf', '#f38518', '#006bbd', '#48a0c7', '#0069cc'],
  'list-focusOutline': ['#0078d4', '#005fb8', '#f38518', '#006bbd', '#3994bcb3', '#0069cc'],
  'list-highlightForeground': ['#2aaaff', '#0066bf', '#f38518', '#006bbd', '#48a0c7', '#0069cc'],
  'list-hoverBackground': ['#2a2d2e', '#f2f2f2', '#ffffff1a', '#0f4a851a', '#ffffff14', '#00000014'],
  'list-hoverForeground': ['', '', '', '', '#bfbfbf', '#202020'],
  'list-inactiveSelectionBackground': ['#37373d', '#e4e6f1', '', '#0f4a851a', '#2c2d2e', '#dadada99'],
  'list-inactiveSelectionForeground': ['', '', '', '', '#ededed', '#202020'],
  'menu-background': ['#1f1f1f', '#ffffff', '#000000', '#ffffff', '#202122', '#fafafd'],
  'menu-border': ['#454545', '#cecece', '#6fc3df', '#0f4a85', '#2a2b2c', '#e4e5e6'],
  'menu-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'menu-selectionBackground': ['#0078d4', '#005fb8', '', '#0f4a851a', '#3994bc26', '#0069cc1a'],
  'menu-selectionBorder': ['', '', '#f38518', '#006bbd', '#3994bc', '#0069cc'],
  'menu-selectionForeground': ['#ffffff', '#ffffff', '', '', '#bfbfbf', '#202020'],
  'menu-separatorBackground': ['#454545', '#3b3b3b33', '#6fc3df', '#0f4a85', '#2a2b2c', '#eeeef1'],
  'panel-background': ['#181818', '#f8f8f8', '#000000', '#ffffff', '#191a1b', '#fafafd'],
  'panel-border': ['#2b2b2b', '#e5e5e5', '#6fc3df', '#0f4a85', '#2a2b2c', '#f0f1f2'],
  'progressBar-background': ['#0078d4', '#005fb8', '#6fc3df', '#0f4a85', '#878889', '#0069cc'],
  'quickInput-background': ['#222222', '#f8f8f8', '#0c141f', '#ffffff', '#202122', '#fafafd'],
  'quickInput-foreground': ['#cccccc', '#3b3b3b', '#ffffff', '#292929', '#bfbfbf', '#202020'],
  'scrollbar-shadow': ['#000000', '#dddddd', '', '', '#191b1d4d', '#00000000'],
  'scrollbarSlider-activeBackground': ['#bfbfbf66', '#00000099', '#6fc3df', '#0f4a85', '#a8a9aa9c', '#646464e0'],
  'scrollbarSlider-background': ['#79797966', '#64646466', '#6fc3df99', '#0f4a8566', '#a8a9aa85', '#646464bf'],
  'scrollbarSlider-hoverBackground': ['#646464b3', '#646464b3', '#6fc3dfcc', '#0f4a85cc', '#a8a9aa8f', '#646464d1'],
  'selection-background': ['', '', '#008000', '', '', ''],
  'sideBar-background': ['#181818', '#f8f8f8', '#000000', '#ffffff', '#191a1b', '#fafafd'],
  'sideBar-border': ['#2b2b2b', '#e5e5e5', '#6fc3df', '#0f4a85', '#2a2b2c', '#f0f1f2'],
  'sideBar-foreground': ['#cccccc', '#3b3b3b', '', '', '#bfbfbf', '#202020'],
  'textBlockQuote-background': ['#2b2b2b', '#f8f8f8', '', '#f2f2f2', '#242526', '#eaeaea'],
  'textBlockQuote-border': ['#616161', '#e5e5e5', '#ffffff', '#292929', '#2a2b2c', '#f0f1f2'],
  'textCodeBlock-background': ['#2b2b2b', '#f8f8f8', '#000000', '#f2f2f2', '#242526', '#eaeaea'],
  'textLink-activeForeground': ['#4daafc', '#005fb8', '#21a6ff', '#0f4a85', '#53a5ca', '#0069cc'],
  'textLink-foreground': ['#4daafc', '#005fb8', '#21a6ff', '#0f4a85', '#48a0c7', '#0069cc'],
  'textPreformat-background': ['#3c3c3c', '#0000001f', '', '#09345f', '#262626', '#ececec'],
  'textPreformat-border': ['', '', '#6fc3df', '', '', ''],
  'textPreformat-foreground': ['#d0d0d0', '#3b3b3b', '#ffffff', '#ffffff', '#8c8c8c', '#606060'],
  'textSeparator-foreground': ['#21262d', '#21262d', '#000000', '#292929', '#2a2a2a', '#eeeeee'],
  'toolbar-activeBackground': ['#6366674f', '#a6a6a64f', '', '', '#ffffff33', '#d6d6d8'],
  'toolbar-hoverBackground': ['#5a5d5e4f', '#b8b8b84f', '', '', '#5a5d5e4f', '#0000001f'],
  'toolbar-hoverOutline': ['', '', '#f38518', '#006bbd', '', ''],
  'tree-inactiveIndentGuidesStroke': ['#58585866', '#a9a9a966', '#a9a9a966', '#a5a5a566', '#58585866', '#a9a9a966'],
  'tree-indentGuidesStroke': ['#585858', '#a9a9a9', '#a9a9a9', '#a5a5a5', '#585858', '#a9a9a9'],
  'tree-tableColumnsBorder': ['#cccccc21', '#61616121', '', '', '#cccccc21', '#61616121'],
  'tree-tableOddRowsBackground': ['#cccccc0a', '#3b3b3b0a', '', '', '#bfbfbf0a', '#2020200a'],
  'widget-border': ['#313131', '#e5e5e5', '#6fc3df', '#0f4a85', '#2a2b2c', '#e2e2e5'],
  'widget-shadow': ['#0000005c', '#00000029', '', '', '#0000005c', '#00000000'],
};
