-- Writes an item over the version before it, or takes that version away.
-- KEYS: 1
--   1  items hash
-- ARGV
--   1  id   2  version that must stand there (0: none)   3  version and JSON of the item, '' to take it away
-- Returns 1 when done, 0 when another version stands there.
local before = redis.call('HGET', KEYS[1], ARGV[1])
local version = before and tonumber(string.match(before, '^(%d+) ')) or 0
if version ~= tonumber(ARGV[2]) or (not before and ARGV[3] == '') then
  return 0
end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
end
return 1
