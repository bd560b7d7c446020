class PeopleController < ApplicationController
  def show
    filter = Net::LDAP::Filter.construct("(uid=#{params[:uid]})") # pave: expect ldap-injection
    ldap.search(base: "dc=example,dc=org", filter: "(uid=#{params[:uid]})") # pave: expect ldap-injection
    ldap.search(base: "ou=#{params[:unit]},dc=example,dc=org", filter: filter) # pave: expect ldap-injection
  end
end
