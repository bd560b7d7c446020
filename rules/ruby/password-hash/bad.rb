require 'digest'

def store(password, salt)
  Digest::SHA256.hexdigest(salt + password) # pave: expect password-hash
end
