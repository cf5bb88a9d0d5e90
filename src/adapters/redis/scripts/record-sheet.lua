-- Writes the next version of a record's sheet and moves it in the lists. A version that is not the next is ignored.
-- KEYS: any
--   1  sheet   2  list of its status   3  list of its status and kind   then the lists it may have stood in
-- ARGV
--   1  version   2  sheet as JSON   3  when it was last told, ms   4  id
-- Returns 1 when written, 0 when ignored.
local before = redis.call('GET', KEYS[1])
local version = before and cjson.decode(before).version or 0
if version + 1 ~= tonumber(ARGV[1]) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2])
for n = 4, #KEYS do
  redis.call('ZREM', KEYS[n], ARGV[4])
end
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4])
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[4])
return 1
