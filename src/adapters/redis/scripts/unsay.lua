-- Takes back an advocate's text that still waits for its time. Whoever has the lane in hand finds it gone before the POST.
-- KEYS: 3
--   1  lane hash   2  outbox hash   3  fates hash
-- ARGV
--   1  owner   2  owner's fence   3  outbox id   4  now, ms
-- Returns 1 when taken back, 0 when too late, -1 not the owner.
if redis.call('HGET', KEYS[1], 'w') ~= ARGV[1] or redis.call('HGET', KEYS[1], 'wf') ~= ARGV[2] then
  return -1
end
local packed = redis.call('HGET', KEYS[2], ARGV[3])
local item = packed and string.sub(ARGV[3], -2) ~= ':r' and cjson.decode(packed)
if not item or item.weight ~= 'advocate' or item.state ~= 'waiting' or item.tries > 0 or item.at <= tonumber(ARGV[4]) then
  return 0
end
redis.call('HDEL', KEYS[2], ARGV[3])
redis.call('HSET', KEYS[3], ARGV[3], 'dropped')
return 1
