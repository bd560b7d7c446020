require "openssl"

def seal(text, key)
  cipher = OpenSSL::Cipher.new("aes-256-gcm")
  cipher.encrypt
  cipher.key = key
  iv = cipher.random_iv
  [iv, cipher.update(text) + cipher.final, cipher.auth_tag]
end

def open_old(text, key)
  cipher = OpenSSL::Cipher.new("aes-256-cbc")
  cipher.decrypt
  cipher.key = key
  cipher.iv = "0123456789abcdef"
  cipher.update(text) + cipher.final
end
