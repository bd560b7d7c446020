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

Typhoeus.get("https://example.org", ssl_verifypeer: false) # pave: expect tls-verify-off
Mongo::Client.new(hosts, ssl: true, ssl_verify: false) # pave: expect tls-verify-off
Savon.client(wsdl: address, ssl_verify_mode: :none) # pave: expect tls-verify-off
connection.ssl.verify = false # pave: expect tls-verify-off
ActionMailer::Base.smtp_settings = { address: "mail.example.org", openssl_verify_mode: "none" } # pave: expect tls-verify-off

def more(url)
  RestClient::Request.execute(method: :get, url: url, verify_ssl: false) # pave: expect tls-verify-off
  Excon.get(url, ssl_verify_peer: false) # pave: expect tls-verify-off
  URI.open(url, ssl_verify_mode: OpenSSL::SSL::VERIFY_NONE) # pave: expect tls-verify-off
end

Excon.defaults[:ssl_verify_peer] = false # pave: expect tls-verify-off

class Api
  include HTTParty
  default_options.update(verify: false) # pave: expect tls-verify-off
end

def unnamed(http)
  http.verify_hostname = false # pave: expect tls-verify-off
end
