require "jwt"
require "openssl"

def issue(claims)
  JWT.encode(claims, ENV.fetch("SIGNING_KEY"), "HS256")
end

def sign(text, key)
  OpenSSL::HMAC.hexdigest("SHA256", key, text)
end

require "sinatra"

set :session_secret, ENV.fetch("SESSION_SECRET")
Rails.application.config.secret_key_base = ENV["SECRET_KEY_BASE"]
