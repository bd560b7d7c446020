require "openssl"

def from_partner?(body, signature, key)
  wanted = OpenSSL::HMAC.hexdigest("SHA256", key, body)
  wanted == signature  # pave: expect early-compare
end
