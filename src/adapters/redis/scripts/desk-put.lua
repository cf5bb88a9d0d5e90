-- Shows a lane's card in the desk's index, or takes it away. An older version than the one shown is ignored.
-- KEYS: 1
--   1  cards hash
-- ARGV
--   1  lane   2  version   3  card as JSON ('' removes; a gravestone keeps the version)
-- Returns 1 when written, 0 when ignored.
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before and tonumber(string.match(before, '^(%d+) ')) >= tonumber(ARGV[2]) then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
return 1
