require 'openssl'

def seal(text)
  ecb = OpenSSL::Cipher.new('aes-256-ecb') # pave: expect weak-cipher
  des = OpenSSL::Cipher.new('des-ede3-cbc') # pave: expect weak-cipher
  OpenSSL::Cipher::AES.new(256, :ECB) # pave: expect weak-cipher
end

OpenSSL::Cipher::AES256.new(:ECB) # pave: expect weak-cipher
context.ciphers = "HIGH:RC4-SHA" # pave: expect weak-cipher
