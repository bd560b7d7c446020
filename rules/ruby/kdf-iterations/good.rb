require "openssl"

def stretched(password, salt, count)
  first = OpenSSL::PKCS5.pbkdf2_hmac(password, salt, 600_000, 32, "SHA256")
  second = OpenSSL::KDF.pbkdf2_hmac(password, salt: salt, iterations: count, length: 32, hash: "SHA256")
  first + second + BCrypt::Password.create(password, cost: 12)
end
