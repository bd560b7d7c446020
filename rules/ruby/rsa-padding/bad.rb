require "openssl"

def seal(key, text)
  key.public_encrypt(text) # pave: expect rsa-padding
  key.public_encrypt(text, OpenSSL::PKey::RSA::PKCS1_PADDING) # pave: expect rsa-padding
  key.public_encrypt(text, OpenSSL::PKey::RSA::NO_PADDING) # pave: expect rsa-padding
end
