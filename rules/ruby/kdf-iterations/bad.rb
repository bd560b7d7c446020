require "openssl"

def stretched(password, salt)
  first = OpenSSL::PKCS5.pbkdf2_hmac(password, salt, 1000, 32, "SHA256")  # pave: expect kdf-iterations
  second = OpenSSL::KDF.pbkdf2_hmac(password, salt: salt, iterations: 2000, length: 32, hash: "SHA256")  # pave: expect kdf-iterations
  first + second + BCrypt::Password.create(password, cost: 4)  # pave: expect kdf-iterations
end
