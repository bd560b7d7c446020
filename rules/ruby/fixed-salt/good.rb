require "openssl"

def stretched(password)
  salt = SecureRandom.random_bytes(16)
  [salt, OpenSSL::PKCS5.pbkdf2_hmac(password, salt, 600_000, 32, "SHA256")]
end
