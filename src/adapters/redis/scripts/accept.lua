-- Stores a text once, marks its lane due and, when the lane is free and the caller wants it, leases it in the same breath.
-- KEYS: any
--   1  due zset of the partition
--   then for each name that the texter may have, newest first: lane hash · inbox list · lease string · seen zset · outbox hash
-- ARGV
--   1  id, seen once in 72 h          2  inbox item, packed
--   3  now, ms                        4  lease, ms (0: store only)
--   then the names, in the order of the keys
-- Returns {0, index} when seen before, {1, index} when stored, {1, index, fence, lane, inbox, outbox} when leased too.
local SEEN_MS = 259200000
local now = tonumber(ARGV[3])

-- Two lanes of one texter can only come of a key rotation while processes still ran with the old ring: an opt-out wins then.
local names = (#KEYS - 1) / 5
local known, stopped
for n = 1, names > 1 and names or 0 do
  if redis.call('EXISTS', KEYS[n * 5 - 3], KEYS[n * 5]) > 0 then
    known = known or n
    if not stopped and redis.call('HGET', KEYS[n * 5 - 3], 'o') == '1' then
      stopped = n
    end
  end
end
local pick = stopped or known or 1
local lane, inbox, lease, seen, outbox =
  KEYS[pick * 5 - 3], KEYS[pick * 5 - 2], KEYS[pick * 5 - 1], KEYS[pick * 5], KEYS[pick * 5 + 1]

if redis.call('ZADD', seen, 'NX', now, ARGV[1]) == 0 then
  return {0, pick}
end
redis.call('ZREMRANGEBYSCORE', seen, '-inf', '(' .. (now - SEEN_MS))
redis.call('PEXPIRE', seen, SEEN_MS)
redis.call('RPUSH', inbox, ARGV[2])
redis.call('ZADD', KEYS[1], 'LT', now, ARGV[4 + pick])

local lease_ms = tonumber(ARGV[4])
if lease_ms == 0 or redis.call('EXISTS', lease) == 1 then
  return {1, pick}
end
local fence = redis.call('HINCRBY', lane, 'f', 1)
redis.call('SET', lease, fence, 'PX', lease_ms)
redis.call('HDEL', lane, 'a')
return {1, pick, fence, redis.call('HGETALL', lane), redis.call('LRANGE', inbox, 0, -1), redis.call('HGETALL', outbox)}
