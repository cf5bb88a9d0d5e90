-- An advocate takes a waiting person. From here on the bot is silent: its unsent texts go, and whoever is thinking
-- for it loses the lease.
-- KEYS: 6
--   1  due zset   2  lane hash   3  inbox list   4  lease string   5  outbox hash   6  fates hash
-- ARGV
--   1  owner   2  inbox item, packed   3  now, ms   4  lane name
-- Returns the owner's fence, or 0 when nobody waits there or another was first. The owner may ask again: the first answer
-- may have been lost on its way.
if redis.call('HGET', KEYS[2], 'w') == ARGV[1] then
  return tonumber(redis.call('HGET', KEYS[2], 'wf'))
end
if redis.call('HGET', KEYS[2], 'm') ~= 'waiting' then
  return 0
end
local fence = redis.call('HINCRBY', KEYS[2], 'f', 1)
redis.call('HSET', KEYS[2], 'm', 'live', 'w', ARGV[1], 'wf', fence)
redis.call('DEL', KEYS[4])
local outbox = redis.call('HGETALL', KEYS[5])
for n = 1, #outbox, 2 do
  if string.sub(outbox[n], -2) ~= ':r' then
    local item = cjson.decode(outbox[n + 1])
    if item.kind == 'text' and item.state == 'waiting' and item.weight ~= 'advocate' then
      redis.call('HDEL', KEYS[5], outbox[n])
      if redis.call('HEXISTS', KEYS[6], outbox[n]) == 1 then
        redis.call('HSET', KEYS[6], outbox[n], 'dropped')
      end
    end
  end
end
redis.call('RPUSH', KEYS[3], ARGV[2])
redis.call('ZADD', KEYS[1], 'LT', ARGV[3], ARGV[4])
return fence
