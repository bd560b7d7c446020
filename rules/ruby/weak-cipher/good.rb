require 'openssl'

def seal(text)
  OpenSSL::Cipher.new('aes-256-gcm').encrypt
end

OpenSSL::Cipher::AES256.new(:GCM)
context.ciphers = "ECDHE+AESGCM:!aNULL:!RC4:!3DES"
