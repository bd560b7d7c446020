require "net/ftp"

Net::FTP.new("files.example.org", "reader", password)  # pave: expect clear-transport
ftp = Net::FTP.new("files.example.org")
ftp.login("reader", password)  # pave: expect clear-transport

Net::FTP.open("files.example.org", "reader", password)  # pave: expect clear-transport
