require "openssl"

first = OpenSSL::PKey::RSA.new(3072)
second = OpenSSL::PKey::RSA.new(File.read("key.pem"))
