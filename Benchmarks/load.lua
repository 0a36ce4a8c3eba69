-- For wrk: asks for form pages or saves forms, going round the lines of LOAD_REQUESTS (cookie, token, filing).
-- LOAD_KIND is page, json (our address for saves), told (the same, with what the checks say) or form (the peers');
-- LOAD_CELLS lists what is saved. A filing gets another text in its cells each time round, so that every save changes
-- all of them.

-- In one run of some twenty the compiler builds a request wrong: with the cookie of the line before and without Host,
-- which is rightly answered 404 all along. Interpreted, 40 runs built none.
require("jit").off()

local rounds = 8

local requests, next_request = {}, 0

local function texts(cells)
  local values = {}
  for index, cell in ipairs(cells) do
    if cell.kind == "name" then
      values[index] = string.format("农村公共服务专项资金%d", math.random(1000, 9999))
    elseif cell.kind == "count" then
      values[index] = string.format("%d", math.random(10, 99))
    elseif cell.kind == "zero" then
      values[index] = "0"
    elseif cell.kind == "paragraph" then
      values[index] = string.format("严格执行预算，压减会议、接待和车辆支出。第%d次核对。", math.random(1000, 9999))
    else
      values[index] = string.format("%d.%d", math.random(1, 4999), math.random(1, 9))
    end
  end
  return values
end

local function encoded(text)
  return (text:gsub("[^%w%.%-]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

local function json(cells, told)
  local parts = {}
  for index, value in ipairs(texts(cells)) do
    parts[index] = string.format('{"cell":"%s","text":"%s"}', cells[index].address, value)
  end
  return '{"changes":[' .. table.concat(parts, ",") .. (told and "]}" or '],"findings":"later"}')
end

local function form(cells)
  local parts = {}
  for index, value in ipairs(texts(cells)) do
    parts[index] = encoded(cells[index].address) .. "=" .. encoded(value)
  end
  return table.concat(parts, "&")
end

local function add(kind, cells, line)
  local cookie, csrf, filing = line:match("^(.-)\t(.-)\t(.-)$")
  local headers = { ["Cookie"] = cookie, ["Host"] = wrk.headers["Host"] }
  local path = "/filings/" .. filing .. "/sheets/base"
  if kind == "page" then
    requests[#requests + 1] = wrk.format("GET", path, headers)
  else
    headers["X-CSRF-Token"], headers["X-CSRFToken"] = csrf, csrf
    local is_form = kind == "form"
    headers["Content-Type"] = is_form and "application/x-www-form-urlencoded" or "application/json"
    if not is_form then path = "/filings/" .. filing .. "/cells" end
    requests[#requests + 1] = wrk.format("POST", path, headers, is_form and form(cells) or json(cells, kind == "told"))
  end
end

init = function()
  math.randomseed(tonumber(os.getenv("LOAD_SEED") or "1"))
  local kind, cells = os.getenv("LOAD_KIND"), {}
  for line in io.lines(os.getenv("LOAD_CELLS")) do
    local cell_kind, address = line:match("^(%S+)\t(%S+)$")
    cells[#cells + 1] = { kind = cell_kind, address = address }
  end
  for _ = 1, kind == "page" and 1 or rounds do
    for line in io.lines(os.getenv("LOAD_REQUESTS")) do add(kind, cells, line) end
  end
end

request = function()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

done = function(summary, latency, _)
  local errors = summary.errors
  io.write(string.format("RESULT %.2f %d %.3f %.3f %.3f\n", summary.requests / summary.duration * 1e6,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
