require "openssl"

def stretched(password)
  first = OpenSSL::PKCS5.pbkdf2_hmac(password, "kitchen", 600_000, 32, "SHA256")  # pave: expect fixed-salt
  first + OpenSSL::KDF.scrypt(password, salt: "kitchen", N: 16384, r: 8, p: 1, length: 32)  # pave: expect fixed-salt
end
