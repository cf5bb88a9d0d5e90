-- Adds entries to the end of the audit chain, if the end is where the caller saw it.
-- KEYS: 2
--   1  head string   2  entries stream
-- ARGV
--   1  head seen ('' for none)   2  new head   then number, line … of each entry
-- Returns 1 when written, 0 when another was first.
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
  return 0
end
for n = 3, #ARGV, 2 do
  redis.call('XADD', KEYS[2], ARGV[n] .. '-0', 'e', ARGV[n + 1])
end
redis.call('SET', KEYS[1], ARGV[2])
return 1
