// Runs in VS Code's extension host in the place of tests: activates our extension and says what VS Code has noted of that.
const { commands, extensions, window, workspace } = require('vscode');

const ID = 'security-initiatives.security-initiatives';

exports.run = async () => {
  const extension = extensions.getExtension(ID);
  if (!extension || extension.isActive) throw new Error('The extension is not there, or was active before its time.');
  await extension.activate();
  await commands.executeCommand('perfview.show');
  console.log('[activated]', await row(window.activeTextEditor.document));
};

/** The line on our extension in VS Code's report of its own start, as soon as it is there. */
function row(report) {
  const find = () =>
    report
      .getText()
      .split('\n')
      .find((line) => line.includes(`| ${ID} |`));
  return new Promise((resolve) => {
    const look = () => {
      const line = find();
      if (line) resolve(line);
    };
    workspace.onDidChangeTextDocument(look);
    look();
  });
}
