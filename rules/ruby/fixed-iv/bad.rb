require "openssl"

def seal(text, key)
  cipher = OpenSSL::Cipher.new("aes-256-cbc")
  cipher.encrypt
  cipher.key = key
  cipher.iv = "0123456789abcdef"  # pave: expect fixed-iv
  cipher.update(text) + cipher.final
end

def short(text, key)
  cipher = OpenSSL::Cipher.new("aes-256-gcm").encrypt
  cipher.key = key
  cipher.iv = "123456789012"  # pave: expect fixed-iv
  cipher.update(text)
end
