-- Stores an account: a new one under a login that nobody has, or in the place of the revision before.
-- KEYS: 2
--   1  accounts hash   2  logins hash
-- ARGV
--   1  id   2  login   3  revision (1 for a new one)   4  account as JSON
-- Returns 1 when written, 0 when the login is taken or another revision stands.
local before = redis.call('HGET', KEYS[1], ARGV[1])
if tonumber(ARGV[3]) == 1 then
  if before or redis.call('HSETNX', KEYS[2], ARGV[2], ARGV[1]) == 0 then
    return 0
  end
elseif not before or tonumber(string.match(before, '^(%d+) ')) ~= tonumber(ARGV[3]) - 1 then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3] .. ' ' .. ARGV[4])
return 1
