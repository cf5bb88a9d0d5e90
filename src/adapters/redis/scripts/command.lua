-- Queues a command of the lane's owner, once by its id. A stale owner is refused.
-- KEYS: 4
--   1  due zset   2  lane hash   3  inbox list   4  seen zset
-- ARGV
--   1  owner   2  owner's fence   3  command id   4  inbox item, packed   5  now, ms   6  lane name
-- Returns 1 stored, 0 seen before, -1 not the owner.
if redis.call('HGET', KEYS[2], 'w') ~= ARGV[1] or redis.call('HGET', KEYS[2], 'wf') ~= ARGV[2] then
  return -1
end
if redis.call('ZADD', KEYS[4], 'NX', ARGV[5], ARGV[3]) == 0 then
  return 0
end
redis.call('PEXPIRE', KEYS[4], 259200000)
redis.call('RPUSH', KEYS[3], ARGV[4])
redis.call('ZADD', KEYS[1], 'LT', ARGV[5], ARGV[6])
return 1
