require "openssl"

def seal(key, text)
  key.public_encrypt(text, OpenSSL::PKey::RSA::PKCS1_OAEP_PADDING)
  key.sign("SHA256", text)
end
