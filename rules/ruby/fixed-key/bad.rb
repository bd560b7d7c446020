require "jwt"
require "openssl"

SIGNING = "three cooks in a small kitchen"

def issue(claims)
  JWT.encode(claims, SIGNING, "HS256")  # pave: expect fixed-key
end

def sign(text)
  OpenSSL::HMAC.hexdigest("SHA256", "three cooks", text)  # pave: expect fixed-key
end

def open(text)
  cipher = OpenSSL::Cipher.new("aes-256-gcm")
  cipher.decrypt
  cipher.key = "0123456789abcdef0123456789abcdef"  # pave: expect fixed-key
  cipher.update(text)
end
