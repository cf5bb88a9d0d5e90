-- Leases a lane that nobody holds and returns all that is needed to think. The fence rises with every lease.
-- KEYS: 4
--   1  lane hash   2  inbox list   3  lease string   4  outbox hash
-- ARGV
--   1  lease, ms
-- Returns nothing while another holds it, else {fence, lane, inbox, outbox}.
if redis.call('EXISTS', KEYS[3]) == 1 then
  return false
end
local fence = redis.call('HINCRBY', KEYS[1], 'f', 1)
redis.call('SET', KEYS[3], fence, 'PX', ARGV[1])
redis.call('HDEL', KEYS[1], 'a')
return {fence, redis.call('HGETALL', KEYS[1]), redis.call('LRANGE', KEYS[2], 0, -1), redis.call('HGETALL', KEYS[4])}
