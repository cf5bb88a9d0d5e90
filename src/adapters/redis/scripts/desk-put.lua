-- Shows a lane's card in the desk's index, or takes it away, and tells the consoles. A version not above the one shown is ignored.
-- KEYS: 4
--   1  cards hash   2  gravestone string   3  events stream   4  the conversation's own key
-- ARGV
--   1  lane                               2  version
--   3  entry as JSON ('' removes)         then the events, as JSON
-- Returns 1 when written, 0 when ignored.
local GRAVE_MS = 86400000
local before = redis.call('HGET', KEYS[1], ARGV[1])
local shown = before and string.match(before, '^(%d+) ') or redis.call('GET', KEYS[2])
if shown and tonumber(shown) >= tonumber(ARGV[2]) then
  return 0
end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
  redis.call('SET', KEYS[2], ARGV[2], 'PX', GRAVE_MS)
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
end
if ARGV[3] == '' then
  -- It may have been forgotten in the same turn: what never was on the desk is not found for ever.
  redis.call('SET', KEYS[4], ARGV[1], 'PX', GRAVE_MS, 'NX')
else
  redis.call('SET', KEYS[4], ARGV[1])
end
for n = 4, #ARGV do
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', 10000, '*', 'e', ARGV[n])
end
return 1
