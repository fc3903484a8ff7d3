-- Bylaw's language server in Neovim 0.8 and later: for rule files, and for the workflows beside them.
vim.filetype.add({ extension = { bylaw = "bylaw" } })

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "bylaw", "yaml" },
  callback = function(event)
    local file = vim.api.nvim_buf_get_name(event.buf)
    if vim.bo[event.buf].filetype == "yaml" and not file:match("/workflows/") then return end
    local root = vim.fs.dirname(vim.fs.find({ "rules", "workflows" }, { upward = true, path = file })[1])
    vim.lsp.start({ name = "bylaw", cmd = { "bylaw", "lsp" }, root_dir = root })
    vim.bo[event.buf].commentstring = "# %s"
  end,
})
