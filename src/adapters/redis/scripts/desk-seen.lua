-- Tells whose console was open when, and what time it is by the same clock.
-- KEYS: 1
--   1  presence zset
-- ARGV
--   none
-- Returns {now, [account, ms …]}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return {now, redis.call('ZRANGE', KEYS[1], now - 86400000, '+inf', 'BYSCORE', 'WITHSCORES')}
