-- Erases what is kept of a texter's conversations once their keys are destroyed. The opt-out, the seen SIDs and the fence stay.
-- KEYS: any
--   1  lane hash   2  lease string   3  fates hash   then the transcript lists to be erased
-- ARGV
--   1  fence, then the conversations in the order of their transcripts
-- Returns 1 when written, 0 when another holds the lane.
if redis.call('GET', KEYS[2]) ~= ARGV[1] then
  return 0
end
local current = redis.call('HGET', KEYS[1], 'c')
local erased = {}
redis.call('DEL', KEYS[3])
for n = 4, #KEYS do
  redis.call('DEL', KEYS[n])
  erased[ARGV[n - 2]] = true
  if ARGV[n - 2] == current then
    redis.call('HDEL', KEYS[1], 's', 'n', 'c', 'm', 'q', 'r', 'd', 'w', 'wf')
  end
end
-- What a legal hold keeps stays among the earlier ones.
local left = {}
for talk in string.gmatch(redis.call('HGET', KEYS[1], 'b') or '', '%S+') do
  if not erased[talk] then
    table.insert(left, talk)
  end
end
if #left > 0 then
  redis.call('HSET', KEYS[1], 'b', table.concat(left, ' '))
else
  redis.call('HDEL', KEYS[1], 'b')
end
return 1
