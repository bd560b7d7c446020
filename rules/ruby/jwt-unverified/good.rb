require 'jwt'

def who(token, key)
  JWT.decode(token, key, true, algorithm: 'HS256')
end
