require 'jwt'

def who(token)
  JWT.decode(token, nil, false) # pave: expect jwt-unverified
end

def any(token)
  JWT.decode(token, ENV["KEY"], true, algorithms: ["none", "HS256"]) # pave: expect jwt-unverified
end
