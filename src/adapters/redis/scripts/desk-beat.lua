-- A console is open: noted on the store's own time. Nobody is remembered for more than a day.
-- KEYS: 1
--   1  presence zset
-- ARGV
--   1  account
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 86400000)
return now
