require "net/ftp"

Net::FTP.new("files.example.org", ssl: true, username: "reader", password: password)
ftp = Net::FTP.new("files.example.org")
ftp.login("anonymous", "")
