-- Keeps what a status callback says of a text, never going backwards, and forgets a text that is safely delivered.
-- KEYS: any
--   1  due zset of the partition
--   then for each name that the texter may have, newest first: lane hash · outbox hash · fates hash
-- ARGV
--   1  outbox id                      2  report, packed
--   3  rank of its status             4  1 when it has arrived
--   5  now, ms                        6  1 when it is lost, so that the lane must look at it
--   7  its fate, for those who watch the desk
--   then the names, in the order of the keys
-- Returns {index, wake, conversation}: index 0 when no lane knows the id; a conversation only where the desk watches the text.
for n = 1, (#KEYS - 1) / 3 do
  local lane, outbox, fates = KEYS[n * 3 - 1], KEYS[n * 3], KEYS[n * 3 + 1]
  local watched = redis.call('HEXISTS', fates, ARGV[1]) == 1
  local talk = watched and redis.call('HGET', lane, 'c') or ''
  -- A question told as lost that has arrived after all stands again.
  local asked = ARGV[4] == '1' and redis.call('HGET', lane, 'q')
  if asked and string.match(asked, '^%d+ (.+) lost$') == ARGV[1] then
    redis.call('HSET', lane, 'q', string.sub(asked, 1, -6))
    if watched then
      redis.call('HSET', fates, ARGV[1], ARGV[7])
    end
    return {n, 0, talk}
  end
  local packed = redis.call('HGET', outbox, ARGV[1])
  if watched and not packed and ARGV[4] == '1' then
    redis.call('HSET', fates, ARGV[1], ARGV[7])
    return {n, 0, talk}
  end
  -- A report's own field is no item.
  local item = packed and string.sub(ARGV[1], -2) ~= ':r' and cjson.decode(packed)
  if item and item.kind == 'text' then
    local before = redis.call('HGET', outbox, ARGV[1] .. ':r')
    if before and tonumber(string.match(before, '^(%d+) ')) >= tonumber(ARGV[3]) then
      return {n, 0, ''}
    end
    if watched then
      redis.call('HSET', fates, ARGV[1], ARGV[7])
    end
    local settled = item.state == 'accepted'
    local own = 2
    if ARGV[4] == '1' and settled then
      redis.call('HDEL', outbox, ARGV[1], ARGV[1] .. ':r')
      own = 0
    else
      redis.call('HSET', outbox, ARGV[1] .. ':r', ARGV[3] .. ' ' .. ARGV[2])
    end
    -- Whose POST is under way hears of it when it settles.
    if ARGV[6] == '1' or item.state == 'unresolved' or redis.call('HLEN', outbox) > own then
      redis.call('HSET', lane, 'a', 1)
      redis.call('ZADD', KEYS[1], 'LT', ARGV[5], ARGV[7 + n])
      return {n, 1, talk}
    end
    return {n, 0, talk}
  end
end
return {0, 0, ''}
