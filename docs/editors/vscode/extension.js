// Starts `bylaw lsp` for rule files, and for the workflows beside them.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = () => {
  const program = workspace.getConfiguration('bylaw').get('program');
  client = new LanguageClient('bylaw', 'Bylaw', { command: program, args: ['lsp'] }, {
    documentSelector: [{ language: 'bylaw' }, { language: 'yaml', pattern: '**/workflows/**' }],
  });
  return client.start();
};

exports.deactivate = () => client && client.stop();
