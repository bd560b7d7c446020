def reset_token
  rand(2**64).to_s(16) # pave: expect predictable-random
end

def login(user)
  user.api_key = Random.rand(10**20).to_s # pave: expect predictable-random
end

def otp
  [1, 2, 3, 4, 5].sample # pave: expect predictable-random
end

def salt
  Random.new_seed # pave: expect predictable-random
end
