-- Writes one turn whole: state, transcript, outgoing texts and effects, timers; removes what it answered from the inbox.
-- Refused unless the caller holds the lease and the lane stands at the turn that this one follows.
-- The lane stays due, as it has been since its text was accepted or its timer ran out, until settle.lua releases it.
-- The attempt at the first text is marked too, unless a text or command came meanwhile: it may be STOP.
-- KEYS: 6
--   1  lane hash   2  inbox list   3  lease string   4  outbox hash   5  transcript list   6  fates hash
-- ARGV
--   1  fence                          2  the turn that this one follows
--   3  inbox items taken              4  transcript entry ('' for none)
--   5  lease from now, ms             6  previous conversation, to be kept in mind ('' for none)
--   7  attempt's id ('' none)         8  attempt, packed
--   9  number of lane fields, then field, value …
--   then number of outbox items put, then id, item …
--   then number of fates, then id, fate …
--   then ids of outbox items dropped
-- Returns 1 when written, 2 when the attempt is marked too, 0 when another holds the lane or has moved it on.
if redis.call('GET', KEYS[3]) ~= ARGV[1] then
  return 0
end
local turn = redis.call('HGET', KEYS[1], 't') or '0'
if turn ~= ARGV[2] then
  -- The holder says the same again when the answer was lost on its way.
  if tonumber(turn) ~= tonumber(ARGV[2]) + 1 then
    return 0
  end
  return ARGV[7] ~= '' and redis.call('HGET', KEYS[4], ARGV[7]) == ARGV[8] and 2 or 1
end
local at = 10
local fields = tonumber(ARGV[9])
local set = {}
for n = 1, fields * 2 do
  set[n] = ARGV[at]
  at = at + 1
end
redis.call('HSET', KEYS[1], 't', tonumber(ARGV[2]) + 1, unpack(set))
if redis.call('HGET', KEYS[1], 'm') ~= 'live' then
  redis.call('HDEL', KEYS[1], 'w', 'wf')
end
if ARGV[6] ~= '' then
  local past = redis.call('HGET', KEYS[1], 'b')
  redis.call('HSET', KEYS[1], 'b', past and (past .. ' ' .. ARGV[6]) or ARGV[6])
end
if ARGV[3] ~= '0' then
  redis.call('LTRIM', KEYS[2], ARGV[3], -1)
end
if ARGV[4] ~= '' then
  redis.call('RPUSH', KEYS[5], ARGV[4])
end
local puts = tonumber(ARGV[at])
at = at + 1
for _ = 1, puts do
  redis.call('HSET', KEYS[4], ARGV[at], ARGV[at + 1])
  at = at + 2
end
local fates = tonumber(ARGV[at])
at = at + 1
for _ = 1, fates do
  redis.call('HSET', KEYS[6], ARGV[at], ARGV[at + 1])
  at = at + 2
end
if fates > 0 then
  redis.call('PEXPIRE', KEYS[6], 604800000)
end
for n = at, #ARGV do
  -- Nothing more will be heard of it: those who watch are told how far it came.
  if redis.call('HGET', KEYS[6], ARGV[n]) == 'waiting' then
    local item = redis.call('HGET', KEYS[4], ARGV[n])
    local left = item and string.find(item, '"state":"accepted"', 1, true)
    redis.call('HSET', KEYS[6], ARGV[n], left and 'accepted' or 'dropped')
  end
  redis.call('HDEL', KEYS[4], ARGV[n], ARGV[n] .. ':r')
end
redis.call('PEXPIRE', KEYS[3], ARGV[5])
-- An advocate may have taken the text back meanwhile.
if ARGV[7] == '' or redis.call('LLEN', KEYS[2]) > 0 or redis.call('HEXISTS', KEYS[4], ARGV[7]) == 0 then
  return 1
end
redis.call('HSET', KEYS[4], ARGV[7], ARGV[8])
return 2
