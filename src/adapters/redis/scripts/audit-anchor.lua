-- Notes how far the audit chain has come, beside the keys and away from the chain. It never goes back.
-- KEYS: 1
--   1  anchor string
-- ARGV
--   1  number of the last entry   2  anchor
local before = redis.call('GET', KEYS[1])
if not before or tonumber(string.match(before, '^(%d+) ')) < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], ARGV[2])
end
