require 'digest'
require 'openssl'

def sign_record(record)
  Digest::SHA256.hexdigest(record)
end

def cache_key(page)
  Digest::MD5.hexdigest(page)
end

def code(key, record)
  OpenSSL::HMAC.hexdigest(OpenSSL::Digest.new('SHA1'), key, record)
end
machine_id = Digest::MD5.hexdigest(machine.name)
lock_key = Digest::MD5.hexdigest(machine.name)
copy = File.join(dir, Digest::SHA1.hexdigest(url))
