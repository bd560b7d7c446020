class PeopleController < ApplicationController
  def show
    filter = Net::LDAP::Filter.eq("uid", params[:uid])
    ldap.search(base: "dc=example,dc=org", filter: filter)
    escaped = Net::LDAP::Filter.escape(params[:uid])
    ldap.search(base: "dc=example,dc=org", filter: "(uid=#{escaped})")
  end
end
