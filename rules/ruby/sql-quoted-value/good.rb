def rows(name, table)
  User.find_by_sql(["SELECT * FROM users WHERE name = ?", name])
  connection.execute("SELECT * FROM #{table} WHERE kind = 'new'")
  connection.execute("SELECT * FROM users WHERE name = #{connection.quote(name)}")
  puts "SELECT * FROM users WHERE name = '#{name}'"
end
class Ward < ApplicationRecord
  scope :called, ->(name) { where("name LIKE ?", "%#{name}%") }
  scope :quoted, ->(name) { where("name = #{connection.quote(name)}") }
  scope :open, -> { where("state = '#{STATE}'") }
end
