require 'digest'

def store(password, salt)
  Digest::SHA256.hexdigest(salt + password) # pave: expect password-hash
end

OpenSSL::Digest.hexdigest("SHA256", password) # pave: expect password-hash
Digest::SHA384.hexdigest(password) # pave: expect password-hash
