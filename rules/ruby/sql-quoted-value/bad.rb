def rows(name)
  connection.execute("SELECT * FROM users WHERE name = '#{name}'") # pave: expect sql-quoted-value
  text = "DELETE FROM users WHERE name LIKE '%#{name}%'"
  connection.exec_query(text) # pave: expect sql-quoted-value
  User.find_by_sql("SELECT * FROM users WHERE name = '#{name}' LIMIT 1") # pave: expect sql-quoted-value
end
class Ward < ApplicationRecord
  scope :called, ->(name) { where("name LIKE '%#{name}%'") } # pave: expect sql-quoted-value

  def self.on(floor)
    Ward.where("floor = '#{floor}'") # pave: expect sql-quoted-value
  end
end
