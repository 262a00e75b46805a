-- A session of Neovim with the language server, by Neovim's own means; what came of each step goes to a file as JSON.
-- It wants in the environment: SERVER (the command as a JSON list), DATASET (a folder), RESULT (the file).

local util = require('vim.lsp.util')
local dataset = vim.env.DATASET
local result = {}
local client_id

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then error('waited in vain for ' .. what) end
end

-- As the set-up in the README does, in the words of Neovim 0.7: one client, attached to every YAML file.
local function set_up()
  vim.cmd('filetype on')
  client_id = vim.lsp.start_client({
    name = 'security-initiatives',
    cmd = vim.fn.json_decode(vim.env.SERVER),
    root_dir = dataset,
    workspace_folders = { { uri = vim.uri_from_fname(dataset), name = 'dataset' } },
  })
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'yaml',
    callback = function(event) vim.lsp.buf_attach_client(event.buf, client_id) end,
  })
end

local function client() return vim.lsp.get_client_by_id(client_id) end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(dataset .. '/' .. name))
  wait_for('the server', function() return vim.lsp.buf_is_attached(0, client_id) and client().server_capabilities ~= nil end)
end

-- The number of the first line, from 1, that holds a text.
local function line_with(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if line:find(text, 1, true) then return number end
  end
  error('no line with ' .. text)
end

local function set_line(number, text) vim.api.nvim_buf_set_lines(0, number - 1, number, false, { text }) end

-- Puts the cursor on the first letter of a text.
local function go_to(text)
  local number = line_with(text)
  local column = vim.fn.getline(number):find(text, 1, true)
  vim.api.nvim_win_set_cursor(0, { number, column - 1 })
end

local function here()
  local number, column = unpack(vim.api.nvim_win_get_cursor(0))
  local name = vim.api.nvim_buf_get_name(0)
  return { file = name:sub(#dataset + 2), line = vim.fn.getline(number), column = column }
end

local function problems()
  return vim.tbl_map(function(problem)
    local line = vim.api.nvim_buf_get_lines(0, problem.lnum, problem.lnum + 1, false)[1]
    return { code = problem.code, text = line:sub(problem.col + 1, problem.end_col) }
  end, vim.diagnostic.get(0))
end

local function break_a_reference()
  open('summits/ots-summit-2025-gabala.yaml')
  set_line(line_with('host: AZE'), 'host: AZX')
  wait_for('a problem', function() return #vim.diagnostic.get(0) > 0 end)
  result.broken = problems()
end

local function complete()
  local number = line_with('host: AZX')
  set_line(number, 'host: Азер')
  vim.api.nvim_win_set_cursor(0, { number, #'host: Азер' })
  -- In normal mode the cursor stands on a character; where one types it stands behind the last.
  local params = util.make_position_params(0, client().offset_encoding)
  params.position.character = #'host: Азер' - 4
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000)
  local list = answers[client_id].result
  local item = (list.items or list)[1]
  result.completion = { label = item.label, words = util.text_document_completion_list_to_complete_items(list, '')[1].word }
  util.apply_text_edits({ item.textEdit }, 0, client().offset_encoding)
  result.completed = vim.fn.getline(number)
  wait_for('no problem', function() return #vim.diagnostic.get(0) == 0 end)
end

local function hover()
  go_to('AZE }')
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', util.make_position_params(0, client().offset_encoding), 20000)
  result.hover = answers[client_id].result.contents.value
end

local function go_to_definition()
  go_to('kassym-jomart-tokayev')
  vim.lsp.buf.definition()
  wait_for('the definition', function() return here().file:find('^persons/') end)
  result.definition = here()
end

local function list_references()
  vim.lsp.buf.references()
  wait_for('references', function() return #vim.fn.getqflist() > 0 end)
  result.references = #vim.fn.getqflist()
  vim.cmd('cclose')
end

local function rename()
  go_to('kassym-jomart-tokayev')
  vim.lsp.buf.rename('tokayev')
  wait_for('the new name', function() return vim.loop.fs_stat(dataset .. '/persons/tokayev.yaml') ~= nil end)
  vim.cmd('wall')
  result.renamed = here()
  wait_for('the file by its new name', function() return vim.lsp.buf_is_attached(0, client_id) end)
end

local function format()
  open('persons/japarov.yaml')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    'kind: person', 'id: japarov', 'name: Садыр Жапаров', 'offices:', '      - title: President', '        state: KGZ',
  })
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 20000 })
  else
    vim.lsp.buf.formatting_sync({ tabSize = 2, insertSpaces = true }, 20000)
  end
  result.formatted = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.cmd('write')
end

-- What comes to the disk from elsewhere is known when a file is saved.
local function change_outside()
  local name = dataset .. '/persons/other.yaml'
  local buffer = vim.fn.bufadd(name)
  vim.fn.writefile({ 'kind: person', 'id: other', 'name: Other', 'offices:', '  - { title: T, state: KGX }' }, name)
  vim.cmd('write')
  wait_for('what is wrong in the new file', function() return #vim.diagnostic.get(buffer) > 0 end)
  result.outside = vim.diagnostic.get(buffer)[1].code
  vim.fn.delete(name)
  vim.cmd('write')
  wait_for('the end of that', function() return #vim.diagnostic.get(buffer) == 0 end)
end

local function remaining()
  local count = 0
  for _, problem in ipairs(vim.diagnostic.get()) do
    if problem.severity == vim.diagnostic.severity.ERROR then count = count + 1 end
  end
  result.errors = count
end

local function stop()
  vim.lsp.stop_client(client_id)
  wait_for('the end', function() return vim.lsp.get_client_by_id(client_id) == nil end)
end

local steps = {
  set_up, break_a_reference, complete, hover, go_to_definition, list_references, rename, format, change_outside,
  remaining, stop,
}
local ok, message = xpcall(function()
  for _, step in ipairs(steps) do step() end
end, debug.traceback)
if not ok then result.error = message end
vim.fn.writefile({ vim.fn.json_encode(result) }, vim.env.RESULT)
vim.cmd('qall!')
