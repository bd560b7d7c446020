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

require "sinatra"

set :session_secret, "super secret session secret"  # pave: expect fixed-key
Rails.application.config.secret_key_base = "1c9d1a1bd2ad4a7eb6e1a5cf9c19ce6f"  # pave: expect fixed-key

def seal(text)
  cipher = OpenSSL::Cipher.new("aes-256-gcm").encrypt
  cipher.key = "0123456789abcdef0123456789abcdef"  # pave: expect fixed-key
  cipher.update(text)
end
