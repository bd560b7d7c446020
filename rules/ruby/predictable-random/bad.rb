def reset_token
  rand(2**64).to_s(16) # pave: expect predictable-random
end

def login(user)
  user.api_key = Random.rand(10**20).to_s # pave: expect predictable-random
end
