require 'openssl'

def context
  context = OpenSSL::SSL::SSLContext.new
  context.min_version = OpenSSL::SSL::TLS1_VERSION # pave: expect tls-old-version
  context.ssl_version = :TLSv1 # pave: expect tls-old-version
  context
end
