require 'net/http'
require 'openssl'

def fetch(host)
  http = Net::HTTP.new(host, 443)
  http.use_ssl = true
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE # pave: expect tls-verify-off
  http.get('/')
end

def others(url)
  HTTParty.get(url, verify: false) # pave: expect tls-verify-off
  Faraday.new(url: url, ssl: { verify: false }) # pave: expect tls-verify-off
end
