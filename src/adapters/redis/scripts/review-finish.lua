-- Marks a conversation as looked at, once.
-- KEYS: 3
--   1  the review   2  zset of those that are open   3  zset of those with a comment for whoever closed it
-- ARGV
--   1  talk   2  review as JSON   3  when it was looked at, ms ('' without a comment)   4  for how long it is kept, ms
-- Returns 1 when marked, 0 when another was first or it is gone.
if redis.call('ZREM', KEYS[2], ARGV[1]) == 0 or redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[4])
if ARGV[3] ~= '' then
  redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1])
  redis.call('PEXPIRE', KEYS[3], ARGV[4])
end
return 1
