require "net/ssh"

Net::SSH.start("files.example.org", "reader", verify_host_key: :always) do |ssh|
  ssh.exec!("ls")
end
