require 'openssl'

def context
  context = OpenSSL::SSL::SSLContext.new
  context.min_version = OpenSSL::SSL::TLS1_VERSION # pave: expect tls-old-version
  context.ssl_version = :TLSv1 # pave: expect tls-old-version
  context
end

def others
  OpenSSL::SSL::SSLContext.new(:SSLv3) # pave: expect tls-old-version
end

def least(context)
  context.max_version = :TLS1_1 # pave: expect tls-old-version
end
