-- Adds to the counters of a day, once for each tally.
-- KEYS: 2
--   1  the day's counters hash   2  set of the tallies that it has
-- ARGV
--   1  the tally's own id   2  for how long it is known, ms   then each counter and what is added to it
-- Returns 1 when added, 0 when it had been.
if redis.call('SADD', KEYS[2], ARGV[1]) == 0 then
  return 0
end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
for n = 3, #ARGV, 2 do
  redis.call('HINCRBY', KEYS[1], ARGV[n], ARGV[n + 1])
end
return 1
