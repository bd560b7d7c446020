def login(user, password, token)
  Rails.logger.info("login of #{user.name}")
  logger.debug("length #{password.length}")
  logger.debug("unexpected token #{token}")
end

def register
  logger.info "register #{params[:name]}"
end
