-- Keeps a conversation for its second look, unless it is known already.
-- KEYS: 2
--   1  the review   2  zset of those that are open
-- ARGV
--   1  talk   2  review as JSON   3  when it was closed, ms   4  for how long it is kept, ms
-- Returns 1 when kept, 0 when it was known.
if not redis.call('SET', KEYS[1], ARGV[2], 'NX', 'PX', ARGV[4]) then
  return 0
end
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1
