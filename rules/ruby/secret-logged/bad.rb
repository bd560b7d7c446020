def login(user, password)
  Rails.logger.info("login with #{password}") # pave: expect secret-logged
  logger.debug("key " + user.api_key) # pave: expect secret-logged
  @logger.warn("token #{user.access_token}") # pave: expect secret-logged
end

def register
  logger.info "password #{params[:password]}" # pave: expect secret-logged
end
