require 'openssl'

def seal(text)
  OpenSSL::Cipher.new('aes-256-gcm').encrypt
end
