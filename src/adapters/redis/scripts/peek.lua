-- Shows a lane as it stands, all at one moment, and changes nothing.
-- KEYS: 4
--   1  lane hash   2  inbox list   3  outbox hash   4  fates hash
-- ARGV
--   none
-- Returns {lane, inbox, outbox, fates}.
return {
  redis.call('HGETALL', KEYS[1]),
  redis.call('LRANGE', KEYS[2], 0, -1),
  redis.call('HGETALL', KEYS[3]),
  redis.call('HGETALL', KEYS[4]),
}
