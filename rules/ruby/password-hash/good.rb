require 'bcrypt'
require 'digest'

def store(password)
  BCrypt::Password.create(password)
end

def name_of(file)
  Digest::SHA256.hexdigest(file)
end
