require "net/ftp"

Net::FTP.new("files.example.org", ssl: true, username: "reader", password: password)
ftp = Net::FTP.new("files.example.org")
ftp.login("anonymous", "")

Net::FTP.open("files.example.org", "anonymous", "me@example.org")
