require 'digest'
require 'openssl'

def sign_record(record)
  Digest::MD5.hexdigest(record) # pave: expect weak-hash
end

def sign_again(record)
  state = OpenSSL::Digest.new('SHA1') # pave: expect weak-hash
  state.update(record)
  Digest::SHA1.digest(record) # pave: expect weak-hash
end

OpenSSL::Digest.hexdigest("SHA1", body) # pave: expect weak-hash
