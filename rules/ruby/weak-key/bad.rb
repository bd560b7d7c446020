require "openssl"

first = OpenSSL::PKey::RSA.new(1024)  # pave: expect weak-key
second = OpenSSL::PKey::RSA.generate(1024)  # pave: expect weak-key
