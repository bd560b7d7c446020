require 'securerandom'

def reset_token
  SecureRandom.hex(16)
end

def jitter
  rand(1000)
end
