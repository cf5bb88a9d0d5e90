-- Records what came of a send or an effect. Then, unless something new waits for thought, marks the next attempt before its
-- POST, or releases the lane. A text that came meanwhile is thought about first: it may be STOP.
-- KEYS: 6
--   1  due zset   2  lane hash   3  inbox list   4  lease string   5  outbox hash   6  fates hash
-- ARGV
--   1  fence                          2  lease from now, ms
--   3  next attempt's id ('' none)    4  next attempt, packed
--   5  due, ms ('' nothing further)   6  lane name
--   7  rank of a status from which a text has arrived
--   8  number of lane fields, then field, value …
--   then number of outbox items put, then id, item …
--   then ids of outbox items dropped
-- Returns {'moved'} · {'go'} · {'released'} · {'again', lane, inbox, outbox}.
if redis.call('GET', KEYS[4]) ~= ARGV[1] then
  return {'moved'}
end
local at = 9
for _ = 1, tonumber(ARGV[8]) do
  redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1])
  at = at + 2
end
local puts = tonumber(ARGV[at])
at = at + 1
for _ = 1, puts do
  -- A callback may tell that a text has arrived before its POST is answered: nothing is left to be done about it.
  local report = string.find(ARGV[at + 1], '"state":"accepted"', 1, true) and redis.call('HGET', KEYS[5], ARGV[at] .. ':r')
  if report and tonumber(string.match(report, '^(%d+) ')) >= tonumber(ARGV[7]) then
    redis.call('HDEL', KEYS[5], ARGV[at], ARGV[at] .. ':r')
  else
    redis.call('HSET', KEYS[5], ARGV[at], ARGV[at + 1])
  end
  at = at + 2
end
for n = at, #ARGV do
  -- Nothing more will be heard of it: those who watch are told how far it came.
  if redis.call('HGET', KEYS[6], ARGV[n]) == 'waiting' then
    local item = redis.call('HGET', KEYS[5], ARGV[n])
    local left = item and string.find(item, '"state":"accepted"', 1, true)
    redis.call('HSET', KEYS[6], ARGV[n], left and 'accepted' or 'dropped')
  end
  redis.call('HDEL', KEYS[5], ARGV[n], ARGV[n] .. ':r')
end
local reported = redis.call('HDEL', KEYS[2], 'a') == 1
-- An advocate may have taken the next text back meanwhile.
local unsaid = ARGV[3] ~= '' and redis.call('HEXISTS', KEYS[5], ARGV[3]) == 0
if reported or unsaid or redis.call('LLEN', KEYS[3]) > 0 then
  redis.call('PEXPIRE', KEYS[4], ARGV[2])
  return {'again', redis.call('HGETALL', KEYS[2]), redis.call('LRANGE', KEYS[3], 0, -1), redis.call('HGETALL', KEYS[5])}
end
if ARGV[3] ~= '' then
  redis.call('HSET', KEYS[5], ARGV[3], ARGV[4])
  redis.call('PEXPIRE', KEYS[4], ARGV[2])
  return {'go'}
end
redis.call('DEL', KEYS[4])
if ARGV[5] == '' then
  redis.call('ZREM', KEYS[1], ARGV[6])
else
  redis.call('ZADD', KEYS[1], ARGV[5], ARGV[6])
end
return {'released'}
