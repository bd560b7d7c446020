require "openssl"

def from_partner?(body, signature, key)
  wanted = OpenSSL::HMAC.hexdigest("SHA256", key, body)
  wanted.bytesize == signature.bytesize && OpenSSL.fixed_length_secure_compare(wanted, signature)
end
