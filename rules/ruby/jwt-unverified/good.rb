require 'jwt'

def who(token, key)
  JWT.decode(token, key, true, algorithm: 'HS256')
end

def some(token)
  JWT.decode(token, ENV["KEY"], true, algorithms: ["HS256", "HS512"])
end
