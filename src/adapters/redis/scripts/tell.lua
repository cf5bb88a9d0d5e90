-- Queues what the desk asks of a conversation without owning it, once by its id.
-- KEYS: 4
--   1  due zset   2  lane hash   3  inbox list   4  seen zset
-- ARGV
--   1  conversation   2  id   3  inbox item, packed   4  now, ms   5  lane name
-- Returns 1 stored, 0 seen before, -1 when the lane has another conversation.
if redis.call('HGET', KEYS[2], 'c') ~= ARGV[1] then
  return -1
end
if redis.call('ZADD', KEYS[4], 'NX', ARGV[4], ARGV[2]) == 0 then
  return 0
end
redis.call('PEXPIRE', KEYS[4], 259200000)
redis.call('RPUSH', KEYS[3], ARGV[3])
redis.call('ZADD', KEYS[1], 'LT', ARGV[4], ARGV[5])
return 1
